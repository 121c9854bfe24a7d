import { expect, test } from "vitest";
import type { ChatMessage } from "../../src-shared/conversation";
import { applyDelta, applyMessage, chatOf, emptyChat, growing, type OpenChat } from "./open-chat";

const question: ChatMessage = { id: "q", parentId: null, role: "user", text: "Hello?", at: 1 };
const answer: ChatMessage = { id: "a", parentId: "q", role: "assistant", text: "", at: 2, outcome: "streaming" };
const delta = (seq: number, text: string) => ({ conversationId: "c", messageId: "a", seq, text, thinking: "" });

function hear(chat: OpenChat, ...deltas: ReturnType<typeof delta>[]): OpenChat {
  return deltas.reduce((now, one) => {
    const next = applyDelta(now, one);
    if (next === "gap") throw new Error(`gap before ${one.seq}`);
    return next;
  }, chat);
}

const begun = applyMessage(applyMessage(emptyChat, question), answer);

test("deltas in order become the text", () => {
  const chat = hear(begun, delta(0, "Good "), delta(1, "mor"), delta(2, "ning"));
  expect(chat.messages["a"]?.text).toBe("Good morning");
});

test("a delta that comes twice is in the text once", () => {
  const chat = hear(begun, delta(0, "Good "), delta(0, "Good "), delta(1, "day"));
  expect(chat.messages["a"]?.text).toBe("Good day");
});

test("a missed delta is a gap, and so is one of an unknown message", () => {
  expect(applyDelta(hear(begun, delta(0, "Good ")), delta(2, "ning"))).toBe("gap");
  expect(applyDelta(emptyChat, delta(0, "Good "))).toBe("gap");
});

test("a conversation opened while it streams goes on where its text ends", () => {
  const opened = chatOf([question, { ...answer, text: "Good " }], 1);
  const chat = hear(opened, delta(0, "Good "), delta(1, "morning"));
  expect(chat.messages["a"]?.text).toBe("Good morning");
});

test("thinking grows beside the text", () => {
  const chat = hear(begun, { ...delta(0, ""), thinking: "Well… " }, { ...delta(1, ""), thinking: "a greeting." });
  expect(chat.messages["a"]).toMatchObject({ text: "", thinking: "Well… a greeting." });
});

test("the final form stands, and late news change it no more", () => {
  const done = applyMessage(hear(begun, delta(0, "Good ")), { ...answer, text: "Good morning", outcome: "done" });
  const late = applyMessage(hear(done, delta(1, "noise")), answer);
  expect(late.messages["a"]).toMatchObject({ text: "Good morning", outcome: "done" });
  expect(growing(late)).toBeUndefined();
});

test("an answer tried again takes the place of the first one", () => {
  const failed = applyMessage(begun, { ...answer, outcome: "failed" });
  const again = applyMessage(failed, { ...answer, id: "b" });
  expect(again.order).toEqual(["q", "b"]);
  expect(growing(again)?.id).toBe("b");
});

test("a message beside another knows both, and still does when it is done", () => {
  const first = applyMessage(begun, { ...answer, outcome: "done" });
  const done = applyMessage(applyMessage(first, { ...answer, id: "b" }), { ...answer, id: "b", outcome: "done" });
  expect(done.messages["b"]).toMatchObject({ outcome: "done", siblings: ["a", "b"] });
  const edited = applyMessage(done, { ...question, id: "q2" });
  expect(edited.order).toEqual(["q2"]);
  expect(edited.messages["q2"]?.siblings).toEqual(["q", "q2"]);
});

test("other messages keep their identity while one grows", () => {
  const chat = hear(begun, delta(0, "Good "));
  expect(chat.messages["q"]).toBe(begun.messages["q"]);
  expect(chat.order).toBe(begun.order);
});
