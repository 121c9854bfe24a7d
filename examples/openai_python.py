"""Talks to Brainstem with the official OpenAI client: two turns, words as they are generated.

pip install openai
BRAINSTEM_API_KEY=… python openai_python.py "Hello!" "What did I just say?"
"""

import os
import sys

from openai import OpenAI

client = OpenAI(
    base_url=os.environ.get("BRAINSTEM_BASE_URL", "http://127.0.0.1:7411/v1"),
    api_key=os.environ["BRAINSTEM_API_KEY"],
)
model = os.environ.get("BRAINSTEM_MODEL", "claude-sonnet-4-6")

# The endpoint keeps no conversation: each request carries the whole history.
messages = []
for question in sys.argv[1:] or ["Hello! I am Olena.", "What is my name?"]:
    print(f"> {question}\n< ", end="", flush=True)
    messages.append({"role": "user", "content": question})
    reply = ""
    for chunk in client.chat.completions.create(model=model, messages=messages, stream=True):
        piece = chunk.choices[0].delta.content or ""
        print(piece, end="", flush=True)
        reply += piece
    print(flush=True)
    messages.append({"role": "assistant", "content": reply})
