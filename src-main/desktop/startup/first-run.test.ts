import { expect, test, vi } from "vitest";
import type { ConversationSummary } from "../../../src-shared/conversation";
import { defaultSettings } from "../../../src-shared/settings";
import { followFirstRun } from "./first-run";

const said = (demo: boolean): ConversationSummary => ({
  ...{ id: "a", title: "Hello", createdAt: 1, updatedAt: 1, pinned: false },
  ...(demo ? { demo: true } : {}),
});

/** Follows with what is there at start; resolves what is heard later. */
function follow(list: ConversationSummary[]) {
  const update = vi.fn(async () => defaultSettings());
  let hear = (_said: ConversationSummary) => {};
  followFirstRun(
    { get: defaultSettings, update },
    {
      list: () => list,
      onChange: (listener) => {
        hear = listener;
        return () => {};
      },
    },
  );
  return { update, hear: (one: ConversationSummary) => hear(one) };
}

test("the first conversation with the person's own Claude ends the first steps; the demo's does not", () => {
  const { update, hear } = follow([]);
  hear(said(true));
  expect(update).not.toHaveBeenCalled();
  hear(said(false));
  expect(update).toHaveBeenCalledWith({ firstRun: { done: true } });
});

test("who has conversations already is no newcomer", () => {
  expect(follow([said(false)]).update).toHaveBeenCalled();
  expect(follow([said(true)]).update).not.toHaveBeenCalled();
});
