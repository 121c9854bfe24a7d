import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { TurnEvent } from "./turn";
import { watch } from "./watchdog";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const patience = () => ({ firstTokenSeconds: 100, gapSeconds: 15, turnSeconds: 100 });
const silence = () => new Promise((resolve) => setTimeout(resolve, 60_000));

async function* turn(pause: TurnEvent): AsyncGenerator<TurnEvent> {
  yield { type: "text", text: "Look:" };
  yield pause;
  await silence();
  yield { type: "text", text: "done" };
}

async function texts(stream: AsyncIterable<TurnEvent>): Promise<string> {
  let all = "";
  for await (const event of stream) if (event.type === "text") all += event.text;
  return all;
}

it("a backend's own tool may take longer than the model's next word", async () => {
  const both = Promise.all([
    expect(texts(watch(turn({ type: "step", tool: "Bash" }), patience))).resolves.toBe("Look:done"),
    expect(texts(watch(turn({ type: "step" }), patience))).rejects.toThrow("the answer stopped"),
  ]);
  await vi.advanceTimersByTimeAsync(60_000);
  await both;
});
