"""Function calling over the Responses API with the official client: two calls at once, their results, a further turn.

Prints what happened as one JSON object. Arguments: "stream" or "whole", the question, the further words. With "stream"
the history is sent again each turn, with "whole" each response names the one before it.
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
        "name": "get_weather",
        "description": "Weather of a city.",
        "strict": True,
        "parameters": {
            "type": "object",
            "properties": {"city": {"type": "string"}, "when": {"type": "string"}},
            "required": ["city", "when"],
            "additionalProperties": False,
        },
    }
]
history, previous = [], None


def ask(items):
    """The response to these further items."""
    global previous
    request = {"model": "claude-sonnet-4-6", "tools": tools, "instructions": "Будь стислим."}
    if way == "whole":
        response = client.responses.create(**request, input=items, previous_response_id=previous)
        previous = response.id
        return response
    history.extend(items)
    spoken = ""
    with client.responses.stream(**request, input=history, store=False) as stream:
        for event in stream:
            if event.type == "response.output_text.delta":
                spoken += event.delta
        response = stream.get_final_response()
    assert spoken == response.output_text, (spoken, response.output_text)
    history.extend(item.model_dump(exclude_none=True, exclude={"parsed_arguments"}) for item in response.output)
    return response


calls = []
response = ask([{"role": "user", "content": question}])
while asked := [item for item in response.output if item.type == "function_call"]:
    results = []
    for call in asked:
        arguments = json.loads(call.arguments)
        calls.append({"name": call.name, "arguments": arguments})
        output = f"{arguments['city']}: 14°, дощ"
        results.append({"type": "function_call_output", "call_id": call.call_id, "output": output})
    response = ask(results)
final = response.output_text
print(json.dumps({"calls": calls, "final": final, "further": ask([{"role": "user", "content": further}]).output_text}))
