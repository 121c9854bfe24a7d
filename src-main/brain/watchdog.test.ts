import { expect, it } from "vitest";
import type { TurnEvent } from "./turn";
import { watch } from "./watchdog";

const patience = () => ({ firstTokenSeconds: 10, gapSeconds: 0.15, turnSeconds: 10 });
const silence = () => new Promise((resolve) => setTimeout(resolve, 600));

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
  expect(await texts(watch(turn({ type: "step", tool: "Bash" }), patience))).toBe("Look:done");
  await expect(texts(watch(turn({ type: "step" }), patience))).rejects.toThrow("the answer stopped");
});
