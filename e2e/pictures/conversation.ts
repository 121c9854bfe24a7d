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
  shown: "Is our voice agent quick enough? The measured pauses are in the file.",
  streamed: "Summarise what we know about barge-in for the team",
  german: "Warum fällt mein Sauerteigbrot im Ofen zusammen?",
  germanEarlier: ["Ein Wochenende in Leipzig mit zwei neugierigen Kindern", "CRDTs, erklärt für eine Bäckerin"],
  quick: "What is 350 °F in Celsius?",
};

/** The file that goes with the question that is shown. */
export const pauses = {
  name: "pauses.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(`part,median_ms\n${"end of speech,320\nfirst word,540\nfirst sound,130\n".repeat(24)}`),
};

const thought = "The file has three parts of one pause. Their medians add up to what a caller waits.";

const shownAnswer = `Yes, just: a caller waits **one second** for the first sound. From your file:

| Part | Median | What shortens it |
| --- | --- | --- |
| End of speech | 320 ms | a good turn detector |
| First word | 540 ms | a process that is already warm |
| First sound | 130 ms | speaking from the first sentence |

$$t = 0.32\\,\\mathrm{s} + 0.54\\,\\mathrm{s} + 0.13\\,\\mathrm{s} = 0.99\\,\\mathrm{s}$$

\`\`\`python
answer = brain.chat.completions.create(model="voice", messages=messages, stream=True)
for chunk in answer:
    speak(chunk.choices[0].delta.content or "")
\`\`\``;

const streamedAnswer = `Here is the short version for the team:

1. **The signal is the closed connection.** When a person speaks over the agent, the client closes its stream. The brain stops within milliseconds, and nothing goes on in the background.
2. **The history holds what was spoken.** The client sends back only the words that were heard, so the next turn starts from there and not from the`;

const germanAnswer = `Meist ist es einer von drei Gründen:

1. **Zu lange gegangen.** Das Gerüst trägt nicht mehr. Drück den Teig mit dem Finger: Kommt die Delle langsam und nicht ganz zurück, muss er in den Ofen.
2. **Zu wenig Spannung.** Forme ihn noch einmal straff und lass ihn 20 Minuten im Korb entspannen.
3. **Zu kalter Ofen.** Heiz mit Stein oder Topf mindestens 45 Minuten auf 250 °C vor.

Fang mit der Gare an: Sie ist es in den meisten Küchen.`;

const shortAnswer =
  "Gladly. Here is a first draft that keeps it light and leaves room for your own words. Tell me what to change.";

/**
 * Answers as a model would: a pause for thought, then words at a steady pace. The answer that is to be seen in the
 * middle stays there until `shown` resolves.
 */
export function respondAs(person: { shown: Promise<unknown> }): Respond {
  return (request): Reply => {
    const asked = askedText(request);
    if (asked.includes(questions.shown)) return reply([{ thinking: thought }, ...said(shownAnswer, 1900)]);
    if (asked === questions.streamed) return reply([...said(streamedAnswer, 480), { wait: person.shown }]);
    if (asked === questions.german) return reply(said(germanAnswer, 420));
    if (asked === questions.quick)
      return reply(said("**About 177 °C.** Most ovens have 180 °C: that is near enough.", 380));
    return reply(said(shortAnswer, 350));
  };
}

/** Line breaks are kept: Markdown needs them. */
export function said(text: string, pause: number): Step[] {
  return [{ wait: pause }, ...say(text, 12)];
}

export function reply(steps: Step[]): Reply {
  const words = steps.filter((step) => "text" in step).length;
  return { steps, usage: { input_tokens: 640, output_tokens: Math.round(words * 1.3) } };
}
