import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ChatMessage } from "../../../src-shared/conversation";
import { defaultSettings } from "../../../src-shared/settings";
import { BrainError, type TurnEvent, type TurnRequest } from "../../brain/turn";
import { type ConversationStore, openConversations } from "../../storage/conversations";
import type { Emit } from "../ipc/outbox";
import { type Chat, createChat } from "./chat";

const settings = defaultSettings();
const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const usage = { promptTokens: 7, completionTokens: 2, cachedTokens: 0, reasoningTokens: 0, costUsd: 0.25 };
const done: TurnEvent = { type: "done", finishReason: "stop", usage };
type Script = (turn: TurnRequest, signal: AbortSignal) => AsyncIterable<TurnEvent>;

let home: string;
let conversations: ConversationStore;
let turns: TurnRequest[];
let heard: { name: string; payload: unknown }[];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "brainstem-chat-"));
  conversations = await openConversations(home);
  turns = [];
  heard = [];
});
afterEach(async () => {
  await conversations.close();
  await rm(home, { recursive: true });
});

function chatWith(script: Script): Chat {
  const emit: Emit = (name, payload) => void heard.push({ name, payload });
  const run: Script = (turn, signal) => {
    turns.push(turn);
    return script(turn, signal);
  };
  return createChat({
    conversations,
    run,
    emit,
    log,
    settings: () => settings,
    demo: () => false,
    pictureTitle: () => "Picture",
  });
}

/** A brain that says these words and finishes. */
const saying = (...words: string[]): Script =>
  async function* () {
    for (const text of words) yield { type: "text", text };
    yield done;
  };

/** A brain that says these words, then nothing more, and does not even notice that it is stopped. */
const stuckAfter = (...words: string[]): Script =>
  async function* () {
    for (const text of words) yield { type: "text", text };
    await new Promise(() => {});
  };

async function lastOf(id: string): Promise<ChatMessage | undefined> {
  return (await conversations.open(id))?.messages.at(-1);
}

const ended = (id: string, outcome: string) =>
  vi.waitFor(async () => expect((await lastOf(id))?.outcome).toBe(outcome));

/** The message as a window would have it that only listens. */
function mirrored(): ChatMessage {
  let message: ChatMessage | undefined;
  let next = 0;
  for (const { name, payload } of heard) {
    if (name === "message.changed") {
      const changed = (payload as { message: ChatMessage }).message;
      if (changed.role === "assistant") message = changed;
    } else if (name === "message.delta" && message) {
      const delta = payload as { seq: number; text: string };
      expect(delta.seq).toBe(next++);
      message = { ...message, text: message.text + delta.text };
    }
  }
  if (!message) throw new Error("no answer was heard of");
  return message;
}

test("a new chat gets its title, its answer and what the answer took", async () => {
  const chat = chatWith(saying("Hel", "lo."));
  const id = await chat.send(null, { text: "Say hello" });
  await ended(id, "done");
  expect(conversations.list()).toMatchObject([{ id, title: "Say hello" }]);
  const answer = await lastOf(id);
  expect(answer).toMatchObject({ text: "Hello.", measured: { completionTokens: 2, costUsd: 0.25 } });
  expect(mirrored()).toEqual(answer);
  expect(turns[0]).toMatchObject({ model: settings.brain.model, system: [], caller: { kind: "window" } });
});

test("the next message takes the whole branch along", async () => {
  const chat = chatWith(saying("Yes."));
  const id = await chat.send(null, { text: "One" });
  await ended(id, "done");
  await chat.send(id, { text: "Two" });
  await vi.waitFor(() => expect(turns).toHaveLength(2));
  expect(turns[1]?.messages.map((message) => message.role)).toEqual(["user", "assistant", "user"]);
});

test("stop ends the answer at once and keeps what was said", async () => {
  const chat = chatWith(stuckAfter("The first words"));
  const id = await chat.send(null, { text: "Go on" });
  await vi.waitFor(() => expect(mirrored().text).toBe("The first words"));
  await chat.stop(id);
  expect(await lastOf(id)).toMatchObject({ text: "The first words", outcome: "stopped" });
  expect(mirrored().outcome).toBe("stopped");
});

test("a window that opens it in the middle gets the text so far and the number of the next delta", async () => {
  const chat = chatWith(stuckAfter("So far"));
  const id = await chat.send(null, { text: "Go on" });
  await vi.waitFor(() => expect(mirrored().text).toBe("So far"));
  const opened = await chat.open(id);
  expect(opened.messages.at(-1)).toMatchObject({ text: "So far", outcome: "streaming" });
  expect(opened.nextSeq).toBe(1);
  await chat.close();
  expect(await lastOf(id)).toMatchObject({ outcome: "cut_off" });
});

test("a failure shows its sentence, never as the answer's text; retry answers the same question anew", async () => {
  let fails = true;
  const chat = chatWith(async function* () {
    if (fails) throw new BrainError("auth_expired", "Your Claude login has expired.");
    yield { type: "text", text: "Now it works." };
    yield done;
  });
  const id = await chat.send(null, { text: "Hello" });
  await ended(id, "failed");
  expect(await lastOf(id)).toMatchObject({ text: "", error: "Your Claude login has expired." });

  fails = false;
  await chat.retry(id);
  await ended(id, "done");
  const messages = (await conversations.open(id))?.messages;
  expect(messages?.map((message) => message.text)).toEqual(["Hello", "Now it works."]);
});

test("a message sent into a running answer stops that one first", async () => {
  let calls = 0;
  const chat = chatWith((turn, signal) => (calls++ === 0 ? stuckAfter("Well,") : saying("Sure."))(turn, signal));
  const id = await chat.send(null, { text: "Go on" });
  await vi.waitFor(() => expect(mirrored().text).toBe("Well,"));
  await chat.send(id, { text: "Something else" });
  await ended(id, "done");
  const messages = (await conversations.open(id))?.messages;
  expect(messages?.map(({ text, outcome }) => [text, outcome])).toEqual([
    ["Go on", undefined],
    ["Well,", "stopped"],
    ["Something else", undefined],
    ["Sure.", "done"],
  ]);
});

test("a message said anew stands beside the first, is answered without it, and either branch can be shown", async () => {
  const chat = chatWith(async function* (turn) {
    const last = turn.messages.at(-1);
    const said = last?.role === "user" && last.content[0]?.type === "text" ? last.content[0].text : "";
    yield { type: "text", text: `On ${said}` };
    yield done;
  });
  const id = await chat.send(null, { text: "cats" });
  await ended(id, "done");
  await chat.send(id, { text: "more" });
  await vi.waitFor(async () => expect(await lastOf(id)).toMatchObject({ text: "On more", outcome: "done" }));
  const first = (await chat.open(id)).messages;
  await chat.edit(id, first[0]?.id ?? "", "dogs");
  await vi.waitFor(async () => expect(await lastOf(id)).toMatchObject({ text: "On dogs", outcome: "done" }));
  expect(turns.at(-1)?.messages).toHaveLength(1);

  const second = (await chat.open(id)).messages;
  expect(second.map(({ text }) => text)).toEqual(["dogs", "On dogs"]);
  expect(second[0]?.siblings).toEqual([first[0]?.id, second[0]?.id]);
  await chat.showBranch(id, first[0]?.id ?? "");
  expect((await chat.open(id)).messages.map(({ text }) => text)).toEqual(["cats", "On cats", "more", "On more"]);

  // The branch that was shown last is the one that goes on, also at the next start.
  await conversations.close();
  conversations = await openConversations(home);
  expect((await conversations.open(id))?.messages).toHaveLength(4);
});

test("an edited message keeps its pictures, and neither answers nor empty words can be said anew", async () => {
  const chat = chatWith(saying("Nice."));
  const pictures = [{ mediaType: "image/png" as const, data: "AAAA" }];
  const id = await chat.send(null, { text: "Look", pictures });
  await ended(id, "done");
  const [asked, answer] = (await chat.open(id)).messages;
  await expect(chat.edit(id, answer?.id ?? "", "No")).rejects.toThrow("no longer there");
  await expect(chat.showBranch(id, "elsewhere")).rejects.toThrow("no longer there");
  await chat.edit(id, asked?.id ?? "", "Look closely");
  await vi.waitFor(async () => expect(await lastOf(id)).toMatchObject({ text: "Nice.", outcome: "done" }));
  expect((await chat.open(id)).messages[0]).toMatchObject({ text: "Look closely", pictures });
});

test("a conversation is answered by what it chose, at the next start too; others by what the settings say", async () => {
  const chat = chatWith(saying("Ahoy."));
  const options = { model: "ollama/parrot", effort: "high" as const, system: "Talk like a pirate." };
  const id = await chat.send(null, { text: "Hello" }, options);
  await ended(id, "done");
  expect(turns[0]).toMatchObject({ model: "ollama/parrot", effort: "high", system: ["Talk like a pirate."] });

  await conversations.close();
  conversations = await openConversations(home);
  expect(conversations.list()).toMatchObject([{ id, options }]);
  const again = chatWith(saying("Hello."));
  await conversations.setOptions(id, { system: "  " });
  await again.send(id, { text: "And now?" });
  await vi.waitFor(() => expect(turns).toHaveLength(2));
  expect(turns[1]).toMatchObject({ model: settings.brain.model, system: [] });
  expect(turns[1]).not.toHaveProperty("effort");
});

test("an unknown conversation and an empty message are refused", async () => {
  const chat = chatWith(saying("Yes."));
  await expect(chat.open("nope")).rejects.toThrow("no longer there");
  await expect(chat.send(null, { text: "  " })).rejects.toThrow("nothing to send");
  expect(conversations.list()).toEqual([]);
});
