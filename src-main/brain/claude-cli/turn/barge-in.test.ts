import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Step } from "../../../demo/messages-api";
import {
  ask,
  assistant,
  listen,
  type RealBrain,
  seenUpstream,
  startRealBrain,
  textOf,
  user,
} from "../../testing/real-brain";
import type { Message } from "../../turn";

/** Talks for minutes unless stopped. */
function* endless(): Generator<Step> {
  for (let word = 0; word < 10_000; word += 1) {
    yield { text: `word${word} ` };
    yield { wait: 5 };
  }
}

describe("barge-in", () => {
  let open: RealBrain;
  beforeAll(async () => {
    open = await startRealBrain({
      respond: (body) =>
        JSON.stringify(body.messages.slice(-1)).includes("talk")
          ? { steps: endless() }
          : { steps: [{ text: "Short." }] },
    });
  });
  afterAll(async () => open.close());

  /** Starts a talk and stops it after some words; resolves when the API's connection is gone. */
  async function interrupt(messages: Message[], words = 3): Promise<void> {
    const { brain, upstream } = open;
    const count = upstream.requests.length;
    const stop = new AbortController();
    let heard = 0;
    for await (const event of brain.run(ask(messages), stop.signal)) {
      if (event.type === "text") heard += 1;
      if (heard === words) stop.abort();
    }
    await upstream.requests[count]?.aborted;
  }

  it("closes the connection to the API and leaves the next turn as it was asked", async () => {
    await interrupt([user("talk")]);
    const next = [user("talk"), assistant("word0 wo"), user("Wait, stop.")];
    expect(textOf(await listen(open.brain, ask(next)))).toBe("Short.");
    const seen = seenUpstream(open.upstream.requests[open.upstream.requests.length - 1]);
    expect(JSON.stringify(seen)).not.toContain("interrupted");
    expect(seen[1]?.content).toEqual([{ type: "text", text: "word0 wo" }]);
  });

  it("serves the next turn although the old one has not ended yet", async () => {
    const stop = new AbortController();
    const talk = open.brain.run(ask([user("talk")]), stop.signal);
    for await (const event of talk) if (event.type === "text") break;
    const answer = listen(open.brain, ask([user("Something else.")]));
    stop.abort();
    expect(textOf(await answer)).toBe("Short.");
  });

  it("survives being stopped in the same millisecond in which it was asked, many times", async () => {
    for (let round = 0; round < 8; round += 1) {
      const stop = new AbortController();
      const turn = listen(open.brain, ask([user("talk")]), stop.signal);
      setTimeout(() => stop.abort(), round);
      await turn;
    }
    expect(textOf(await listen(open.brain, ask([user("Still there?")])))).toBe("Short.");
    for (const request of open.upstream.requests.slice(0, -1))
      if (JSON.stringify(request.body.messages.slice(-1)).includes("talk")) await request.aborted;
  });

  it("keeps an understudy of a long conversation, so that nothing is seeded again", async () => {
    const history: Message[] = [];
    for (let turn = 0; turn < 100; turn += 1) history.push(user(`question ${turn}`), assistant(`answer ${turn}`));
    await interrupt([...history, user("talk")], 40);
    const next = [...history, user("talk"), assistant("word0"), user("Go on.")];
    const events = await listen(open.brain, ask(next));
    expect(events[0]).toMatchObject({ type: "accepted", warm: "continued" });
    const seen = seenUpstream(open.upstream.requests[open.upstream.requests.length - 1]);
    expect(seen).toHaveLength(203);
    expect(seen[201]?.content).toEqual([{ type: "text", text: "word0" }]);
  });
});
