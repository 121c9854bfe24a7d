import { expect, test } from "vitest";
import type { ActivityEntry } from "../../src-shared/activity";
import { withEntry } from "./activity";

const entry = (id: string, at: number, state: ActivityEntry["state"] = "running"): ActivityEntry => ({
  id,
  at,
  caller: "client",
  callerKind: "http",
  model: "claude-sonnet-4-6",
  state,
  promptText: "",
  replyText: "",
});

test("a turn that moves on keeps its place, a new one comes on top", () => {
  const listed = [entry("b", 2), entry("a", 1)];
  expect(withEntry(listed, entry("a", 1, "done")).map(({ id, state }) => `${id} ${state}`)).toEqual([
    "b running",
    "a done",
  ]);
  expect(withEntry(listed, entry("c", 3)).map(({ id }) => id)).toEqual(["c", "b", "a"]);
});

test("the list holds the latest 200", () => {
  const many = Array.from({ length: 300 }, (_, at) => entry(String(at), at)).reduce(withEntry, [] as ActivityEntry[]);
  expect(many).toHaveLength(200);
  expect(many[0]?.id).toBe("299");
});
