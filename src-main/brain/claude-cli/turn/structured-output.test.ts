import { afterEach, describe, expect, it } from "vitest";
import type { Step } from "../../../demo/messages-api";
import { ask, assistant, clis, listen, type RealBrain, startRealBrain, textOf, user } from "../../testing/real-brain";
import type { TurnEvent } from "../../turn";

const schema = {
  type: "object",
  properties: { a: { type: "number" } },
  required: ["a"],
  additionalProperties: false,
};
let calls = 0;
function json(text: string): Step {
  calls += 1;
  return { tool: "StructuredOutput", id: `toolu_json_${calls}`, input: [text] };
}

describe.each(Object.entries(clis))("an answer that has to be JSON, on the %s CLI", (_name, cli) => {
  let open: RealBrain;
  afterEach(async () => open.close());

  /** The model's answers to one request after the other of a turn. */
  async function answering(...answers: Step[][]): Promise<(text?: string) => Promise<TurnEvent[]>> {
    let asked = 0;
    open = await startRealBrain({
      cli,
      respond: () => ({ steps: answers[Math.min(asked++, answers.length - 1)] ?? [] }),
    });
    return (text = "q") => listen(open.brain, ask([user(text)], { json: { schema } }));
  }

  it("is the JSON alone, whatever the model says around it", async () => {
    const turn = await answering([{ text: "Here you go: " }, json('{"a":1}')]);
    expect(textOf(await turn())).toBe('{"a":1}');
    const next = ask([user("q"), assistant('{"a":1}'), user("again")], { json: { schema } });
    expect(textOf(await listen(open.brain, next))).toBe('{"a":1}');
  });

  it("is waited for when the model first answers in words", async () => {
    const turn = await answering([{ text: "It is one." }], [{ wait: 1500 }, json('{"a":1}')]);
    expect(textOf(await turn())).toBe('{"a":1}');
  });

  it("fails when it does not fit the schema, instead of being taken for good or joined to the next try", async () => {
    const turn = await answering([json('{"a":"x"}')], [{ wait: 1500 }, json('{"a":2}')]);
    await expect(turn()).rejects.toMatchObject({ kind: "upstream_failed", message: expect.stringContaining("schema") });
  });

  it("fails when none comes", async () => {
    const turn = await answering([{ text: "I would rather talk." }]);
    await expect(turn()).rejects.toMatchObject({ kind: "upstream_failed" });
  });
});
