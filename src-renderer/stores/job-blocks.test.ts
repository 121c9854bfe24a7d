import { expect, test } from "vitest";
import type { JobEvent } from "../../src-shared/jobs";
import { type JobBlock, withEvent } from "./job-blocks";

type Told = JobEvent extends infer E ? (E extends JobEvent ? Omit<E, "id" | "at"> : never) : never;

const blocksOf = (...told: Told[]): JobBlock[] =>
  told.map((one, index) => ({ ...one, id: index + 1, at: 0 }) as JobEvent).reduce(withEvent, [] as JobBlock[]);

test("words grow into one text, and a new step begins a new paragraph", () => {
  const blocks = blocksOf(
    { type: "progress", what: "started" },
    { type: "token", text: "Let me " },
    { type: "token", text: "look." },
    { type: "progress", what: "step" },
    { type: "token", text: "Done." },
  );
  expect(blocks).toEqual([
    { id: 1, type: "note", what: "started", text: "" },
    { id: 2, type: "words", text: "Let me look.\n\nDone." },
  ]);
});

test("what was answered and what came of it stand with the tool that asked", () => {
  const blocks = blocksOf(
    { type: "progress", what: "tool", tool: "Bash", callId: "a", input: { command: "ls" } },
    { type: "progress", what: "tool", tool: "Read", callId: "b", input: {} },
    { type: "progress", what: "answered", tool: "Bash", callId: "a", ok: false, text: "Not today." },
    { type: "progress", what: "tool_result", callId: "a", ok: false, text: "refused" },
  );
  expect(blocks).toEqual([
    {
      id: 1,
      type: "tool",
      tool: "Bash",
      callId: "a",
      input: { command: "ls" },
      answer: { ok: false, text: "Not today." },
      result: { ok: false, text: "refused" },
    },
    { id: 2, type: "tool", tool: "Read", callId: "b", input: {} },
  ]);
});
