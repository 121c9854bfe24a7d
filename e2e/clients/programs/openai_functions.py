"""Function calling with the official client: two calls at once, their results, then a further turn.

Prints what happened as one JSON object. Arguments: "stream" or "whole", the question, the further words.
"""

import json
import os
import sys

from openai import OpenAI

client = OpenAI(base_url=os.environ["BRAINSTEM_BASE_URL"], api_key=os.environ["BRAINSTEM_API_KEY"], max_retries=0)
way, question, further = sys.argv[1:]
tools = [
    {
        "type": "function",
        "function": {
            "name": "get_weather",
            "description": "Weather of a city.",
            "strict": True,
            "parameters": {
                "type": "object",
                "properties": {"city": {"type": "string"}, "when": {"type": "string"}},
                "required": ["city", "when"],
                "additionalProperties": False,
            },
        },
    }
]


def ask(messages):
    request = {"model": "claude-sonnet-4-6", "messages": messages, "tools": tools}
    if way == "whole":
        return client.chat.completions.create(**request).choices[0]
    with client.chat.completions.stream(**request) as stream:
        for _event in stream:
            pass
        return stream.get_final_completion().choices[0]


calls, reasons = [], []
messages = [{"role": "system", "content": "Будь стислим."}, {"role": "user", "content": question}]
while True:
    choice = ask(messages)
    reasons.append(choice.finish_reason)
    messages.append(choice.message.model_dump(include={"role", "content", "tool_calls"}, exclude_none=True))
    for call in choice.message.tool_calls or []:
        arguments = json.loads(call.function.arguments)
        calls.append({"name": call.function.name, "arguments": arguments})
        content = f"{arguments['city']}: 14°, дощ"
        messages.append({"role": "tool", "tool_call_id": call.id, "content": content})
    if not choice.message.tool_calls:
        break
final = choice.message.content
messages.append({"role": "user", "content": further})
print(json.dumps({"calls": calls, "reasons": reasons, "final": final, "further": ask(messages).message.content}))
