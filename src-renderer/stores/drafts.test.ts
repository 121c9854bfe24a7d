import { expect, test } from "vitest";
import { createDrafts } from "./drafts";

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };
}

test("each conversation has its own draft, and words outlive the window", () => {
  const place = storage();
  const before = createDrafts(place);
  before
    .getState()
    .put("one", { text: "half a thought", pictures: [{ mediaType: "image/png", data: "AAAA" }], files: [] });
  before.getState().put("two", { text: "another", pictures: [], files: [] });
  before.getState().clear("two");
  expect(createDrafts(place).getState().byChat).toEqual({ one: { text: "half a thought", pictures: [], files: [] } });
});

test("a spoilt or full storage costs no words while the window is open", () => {
  const drafts = createDrafts({
    getItem: () => "{not json",
    setItem: () => {
      throw new Error("full");
    },
  });
  drafts.getState().put("new", { text: "still here", pictures: [], files: [] });
  expect(drafts.getState().byChat["new"]?.text).toBe("still here");
});
