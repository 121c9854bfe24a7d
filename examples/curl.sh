#!/bin/sh
# One streamed turn with nothing but curl. The events are shown as they come.
#
# BRAINSTEM_API_KEY=… sh curl.sh '[{"role":"user","content":"Hello!"}]'

base=${BRAINSTEM_BASE_URL:-http://127.0.0.1:7411/v1}
model=${BRAINSTEM_MODEL:-claude-sonnet-4-6}
messages=${1:-'[{"role":"user","content":"Hello!"}]'}

# The header goes through stdin: arguments can be seen by other users of the machine.
printf 'Authorization: Bearer %s\n' "$BRAINSTEM_API_KEY" |
  curl --silent --show-error --no-buffer --fail-with-body "$base/chat/completions" \
    --header @- \
    --header "Content-Type: application/json" \
    --data "{\"model\":\"$model\",\"stream\":true,\"messages\":$messages}"
