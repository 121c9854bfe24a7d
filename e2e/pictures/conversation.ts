import type { Reply, Respond, Step } from "../../src-main/demo/messages-api";
import { askedText, say } from "../clients/scripted";

/** What the person of the pictures asks; titles come from it. */
export const questions = {
  earlier: [
    "Plan a rainy weekend in Lviv with two curious kids",
    "Explain CRDTs to a friend who bakes bread",
    "A warm note for Marta, who starts her new job on Monday",
    "Why does my sourdough collapse in the oven?",
  ],
  shown: "What makes a voice agent feel quick? Show me how to stream.",
  streamed: "Summarise what we know about barge-in for the team",
};

const shownAnswer = `A voice agent feels quick when its **first word** comes soon, not the last one.

| Step | Usual | What helps |
| --- | --- | --- |
| End of speech | 200–500 ms | a good turn detector |
| First token | 400–900 ms | a process that is already warm |
| First sound | 100–200 ms | speech that starts with the first sentence |

Streaming from your endpoint takes a few lines:

\`\`\`python
from openai import OpenAI

brain = OpenAI(base_url="http://127.0.0.1:7411/v1", api_key=key)
answer = brain.chat.completions.create(model="voice", messages=messages, stream=True)
for chunk in answer:
    speak(chunk.choices[0].delta.content or "")
\`\`\`

Close the stream when the person starts to talk: the brain stops at once.`;

const streamedAnswer = `Here is the short version for the team:

1. **The signal is the closed connection.** When a person speaks over the agent, the client closes its stream. The brain stops within milliseconds, and nothing goes on in the background.
2. **The history holds what was spoken.** The client sends back only the words that were heard, so the next turn starts from there and not from the`;

const shortAnswer =
  "Gladly. Here is a first draft that keeps it light and leaves room for your own words. Tell me what to change.";

/**
 * Answers as a model would: a pause for thought, then words at a steady pace. The answer that is to be seen in the
 * middle stays there until `shown` resolves.
 */
export function respondAs(person: { shown: Promise<unknown> }): Respond {
  return (request): Reply => {
    const asked = askedText(request);
    if (asked === questions.shown) return reply(said(shownAnswer, 620));
    if (asked === questions.streamed) return reply([...said(streamedAnswer, 480), { wait: person.shown }]);
    return reply(said(shortAnswer, 350));
  };
}

/** Line breaks are kept: Markdown needs them. */
function said(text: string, pause: number): Step[] {
  return [{ wait: pause }, ...say(text, 12)];
}

function reply(steps: Step[]): Reply {
  const words = steps.filter((step) => "text" in step).length;
  return { steps, usage: { input_tokens: 640, output_tokens: Math.round(words * 1.3) } };
}
