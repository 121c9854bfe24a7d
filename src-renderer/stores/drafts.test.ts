import { expect, test, vi } from "vitest";
import type { Ask } from "./ask";
import { createDrafts } from "./drafts";

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };
}

const nothingKept = (async () => ({ pictures: [], files: [] })) as unknown as Ask;
const picture = { mediaType: "image/png" as const, data: "AAAA" };

test("each conversation has its own draft, and words outlive the window", () => {
  const place = storage();
  const before = createDrafts(place, nothingKept);
  before
    .getState()
    .put("one", { text: "half a thought", pictures: [{ mediaType: "image/png", data: "AAAA" }], files: [] });
  before.getState().put("two", { text: "another", pictures: [], files: [] });
  before.getState().clear("two");
  expect(createDrafts(place, nothingKept).getState().byChat).toEqual({
    one: { text: "half a thought", pictures: [], files: [] },
  });
});

test("a spoilt or full storage costs no words while the window is open", () => {
  const drafts = createDrafts(
    {
      getItem: () => "{not json",
      setItem: () => {
        throw new Error("full");
      },
    },
    nothingKept,
  );
  drafts.getState().put("new", { text: "still here", pictures: [], files: [] });
  expect(drafts.getState().byChat["new"]?.text).toBe("still here");
});

test("what is attached is kept as it changes, not with each letter, and comes back with the next window", async () => {
  const ask = vi.fn(async (name: string) => (name === "drafts.read" ? { pictures: [picture], files: [] } : undefined));
  const drafts = createDrafts(storage(), ask as unknown as Ask).getState;
  await drafts().load("one");
  await drafts().load("one");
  const { pictures = [] } = drafts().byChat["one"] ?? {};
  expect(pictures).toEqual([picture]);
  drafts().put("one", { text: "a", pictures, files: [] });
  drafts().put("one", { text: "ab", pictures: [...pictures, picture], files: [] });
  drafts().clear("one");
  expect(ask.mock.calls).toEqual([
    ["drafts.read", { chat: "one" }],
    ["drafts.keep", { chat: "one", pictures: [picture, picture], files: [] }],
    ["drafts.keep", { chat: "one", pictures: [], files: [] }],
  ]);
});

test("drafts of conversations that are gone go too", () => {
  const place = storage();
  const drafts = createDrafts(place, nothingKept).getState;
  for (const chat of ["one", "gone", "new"]) drafts().put(chat, { text: chat, pictures: [], files: [] });
  drafts().retain(["one"]);
  expect(Object.keys(createDrafts(place, nothingKept).getState().byChat)).toEqual(["one", "new"]);
});
