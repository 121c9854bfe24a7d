"""Talks with the last few messages alone, as clients with a limit on their history do. Prints the replies as JSON."""

import json
import os
import sys

from openai import OpenAI

client = OpenAI(base_url=os.environ["BRAINSTEM_BASE_URL"], api_key=os.environ["BRAINSTEM_API_KEY"])
system = {"role": "system", "content": "You are the voice of a bakery. Be brief."}
questions, window = json.loads(sys.argv[1]), int(sys.argv[2])

history, replies = [], []
for question in questions:
    history = [*history, {"role": "user", "content": question}][-window:]
    stream = client.chat.completions.create(model="default", messages=[system, *history], stream=True)
    reply = "".join(chunk.choices[0].delta.content or "" for chunk in stream if chunk.choices)
    history.append({"role": "assistant", "content": reply})
    replies.append(reply)
print(json.dumps(replies))
