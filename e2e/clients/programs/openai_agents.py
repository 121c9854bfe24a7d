"""An agent of the OpenAI Agents SDK, as it is out of the box: a function it runs itself, then a further turn.

Prints what happened as one JSON object. Arguments: "stream" or "whole", the question, the further words.
"""

import asyncio
import json
import os
import sys

from agents import Agent, Runner, function_tool, set_default_openai_client, set_tracing_disabled
from openai import AsyncOpenAI

way, question, further = sys.argv[1:]
set_tracing_disabled(True)
set_default_openai_client(
    AsyncOpenAI(base_url=os.environ["BRAINSTEM_BASE_URL"], api_key=os.environ["BRAINSTEM_API_KEY"], max_retries=0)
)
calls = []


@function_tool
def get_weather(city: str, when: str) -> str:
    """Weather of a city."""
    calls.append({"name": "get_weather", "arguments": {"city": city, "when": when}})
    return f"{city}: 14°, дощ"


agent = Agent(name="Weather", instructions="Будь стислим.", model="claude-sonnet-4-6", tools=[get_weather])


async def ask(items):
    if way == "whole":
        return await Runner.run(agent, items)
    result = Runner.run_streamed(agent, items)
    async for _event in result.stream_events():
        pass
    return result


async def main():
    first = await ask(question)
    second = await ask(first.to_input_list() + [{"role": "user", "content": further}])
    print(json.dumps({"calls": calls, "final": first.final_output, "further": second.final_output}))


asyncio.run(main())
