"""Function calling with Anthropic's official client: two calls at once, their results, then a further turn.

Prints what happened as one JSON object. Arguments: "stream" or "whole", the question, the further words.
"""

import json
import os
import sys

from anthropic import Anthropic

base_url = os.environ["BRAINSTEM_BASE_URL"].removesuffix("/v1")
client = Anthropic(base_url=base_url, api_key=os.environ["BRAINSTEM_API_KEY"], max_retries=0)
way, question, further = sys.argv[1:]
tools = [
    {
        "name": "get_weather",
        "description": "Weather of a city.",
        "input_schema": {
            "type": "object",
            "properties": {"city": {"type": "string"}, "when": {"type": "string"}},
            "required": ["city", "when"],
        },
    }
]
history = []


def ask(content):
    history.append({"role": "user", "content": content})
    request = {"model": "claude-sonnet-4-6", "max_tokens": 1000, "system": "Будь стислим.", "tools": tools}
    if way == "whole":
        message = client.messages.create(**request, messages=history)
    else:
        with client.messages.stream(**request, messages=history) as stream:
            spoken = "".join(stream.text_stream)
            message = stream.get_final_message()
        assert spoken == words_of(message), spoken
    history.append({"role": "assistant", "content": [block.model_dump(exclude_none=True) for block in message.content]})
    return message


def words_of(message):
    return "".join(block.text for block in message.content if block.type == "text")


calls = []
message = ask(question)
while message.stop_reason == "tool_use":
    results = []
    for block in message.content:
        if block.type == "tool_use":
            calls.append({"name": block.name, "arguments": block.input})
            output = f"{block.input['city']}: 14°, дощ"
            results.append({"type": "tool_result", "tool_use_id": block.id, "content": output})
    message = ask(results)
print(json.dumps({"calls": calls, "final": words_of(message), "further": words_of(ask(further))}))
