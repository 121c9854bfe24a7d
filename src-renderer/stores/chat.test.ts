import { expect, test } from "vitest";
import type { ChatMessage } from "../../src-shared/conversation";
import type { Ask } from "./ask";
import { createChat } from "./chat";

const question: ChatMessage = { id: "q", parentId: null, role: "user", text: "Hello?", at: 1 };
const grown = (text: string): ChatMessage => ({
  id: "a",
  parentId: "q",
  role: "assistant",
  text,
  at: 2,
  outcome: "streaming",
});
const delta = (seq: number, text: string) => ({ conversationId: "c", messageId: "a", seq, text, thinking: "" });

/** A main process whose conversation says what the test puts there, when the test lets it answer. */
function mainProcess() {
  const opened: ((text: string, nextSeq: number) => void)[] = [];
  const ask = ((name: string) => {
    if (name === "chat.send") return Promise.resolve({ conversationId: "c" });
    return new Promise((resolve) => {
      opened.push((text, nextSeq) => resolve({ messages: [question, grown(text)], nextSeq }));
    });
  }) as unknown as Ask;
  return { opened, chat: createChat(ask) };
}

const text = (chat: ReturnType<typeof createChat>) => chat.getState().messages["a"]?.text;

test("what is heard while a conversation opens is neither lost nor doubled", async () => {
  const { opened, chat } = mainProcess();
  const shown = chat.getState().show("c");
  chat.getState().onDelta(delta(3, "three "));
  chat.getState().onDelta(delta(4, "four"));
  opened[0]?.("one two three ", 4);
  await shown;
  expect(text(chat)).toBe("one two three four");
});

test("after a gap the conversation is opened anew and goes on", async () => {
  const { opened, chat } = mainProcess();
  const shown = chat.getState().show("c");
  opened[0]?.("", 0);
  await shown;
  chat.getState().onDelta(delta(0, "one "));
  chat.getState().onDelta(delta(2, "three "));
  expect(text(chat)).toBe("one ");
  opened[1]?.("one two three ", 3);
  await expect.poll(() => text(chat)).toBe("one two three ");
  chat.getState().onDelta(delta(3, "four"));
  expect(text(chat)).toBe("one two three four");
});

test("a new chat becomes the conversation that its first message made", async () => {
  const { opened, chat } = mainProcess();
  const sent = chat.getState().send("Hello?", []);
  await expect.poll(() => opened.length).toBe(1);
  opened[0]?.("Good", 1);
  await sent;
  expect(chat.getState().conversationId).toBe("c");
  expect(text(chat)).toBe("Good");
});

test("a conversation that was left while it opened does not come back", async () => {
  const { opened, chat } = mainProcess();
  const shown = chat.getState().show("c");
  await chat.getState().show(null);
  opened[0]?.("late", 1);
  await shown;
  expect(chat.getState()).toMatchObject({ conversationId: null, order: [] });
});

test("deltas of other conversations are not for this one", async () => {
  const { opened, chat } = mainProcess();
  const shown = chat.getState().show("c");
  opened[0]?.("mine", 0);
  await shown;
  chat.getState().onDelta({ ...delta(0, "theirs"), conversationId: "other" });
  expect(text(chat)).toBe("mine");
  expect(opened).toHaveLength(1);
});
