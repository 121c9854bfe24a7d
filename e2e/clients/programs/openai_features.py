"""What callers ask for beside words, with the official client. Prints a JSON object; argument: which feature."""

import json
import os
import sys

import openai
from pydantic import BaseModel

client = openai.OpenAI(base_url=os.environ["BRAINSTEM_BASE_URL"], api_key=os.environ["BRAINSTEM_API_KEY"], max_retries=0)
model = "claude-sonnet-4-6"


class City(BaseModel):
    name: str
    population: int


def ask(text, **more):
    return client.chat.completions.create(model=model, messages=[{"role": "user", "content": text}], **more)


def parse():
    messages = [{"role": "user", "content": "Назви місто"}]
    completion = client.chat.completions.parse(model=model, messages=messages, response_format=City)
    city = completion.choices[0].message.parsed
    return {"type": type(city).__name__, **city.model_dump(), "reason": completion.choices[0].finish_reason}


def stop():
    choice = ask("порахуй", stop=["п'ять"]).choices[0]
    return {"content": choice.message.content, "reason": choice.finish_reason}


def length():
    choice = ask("порахуй", max_tokens=3).choices[0]
    return {"content": choice.message.content, "reason": choice.finish_reason}


def usage():
    whole = ask("порахуй").usage
    chunks = list(ask("порахуй", stream=True, stream_options={"include_usage": True}))
    return {
        "whole": whole.model_dump(),
        "stream": chunks[-1].usage.model_dump(),
        "choices": len(chunks[-1].choices),
        "before": [chunk.usage for chunk in chunks[:-1] if chunk.usage],
    }


def image():
    url = "data:image/png;base64," + sys.argv[2]
    parts = [{"type": "text", "text": "Що тут?"}, {"type": "image_url", "image_url": {"url": url}}]
    return {"content": ask(parts).choices[0].message.content}


def refusals():
    stranger = client.with_options(api_key="wrong")
    told = {}
    for name, attempt in {
        "model": lambda: client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "x"}]),
        "key": lambda: stranger.models.list(),
    }.items():
        try:
            attempt()
        except openai.APIStatusError as error:
            told[name] = {"class": type(error).__name__, "code": error.code, "body": error.response.json()}
    return told


print(json.dumps(globals()[sys.argv[1]](), ensure_ascii=False))
