import { createHash } from "node:crypto";
import type { Message, Part } from "../../brain/turn";
import { compareHeard, hasLetters } from "./heard";

/**
 * Which requests belong to one call. Clients send no name of a conversation, only its history: a request goes on with
 * a call when its messages begin with all of the call's last request, and tell of the answer no more than was
 * generated. Histories are compared by one hash each, never by their texts.
 */

export interface Trail {
  /** The hash of the first `i` messages at each `i`, from 0 to all of them. */
  at: readonly string[];
  /** The hash of each message by itself. */
  prints: readonly string[];
}

/** Where a call stands: its last request, and what was answered. */
export interface Standing {
  /** Messages of the last request, their hash, and the hash of all but the last. */
  length: number;
  end: string;
  before: string;
  /** The hashes of its last messages, and of its first system prompt; empty without one. */
  prints: readonly string[];
  system: string;
  /** Whether the request ended with the person, and their words, where words are kept. */
  endsWithUser: boolean;
  lastUser: string;
  /** The answer's beginning and whole length, and the ids of the tools it called. */
  reply: string;
  replyLength: number;
  callIds: readonly string[];
  /** `broken`: the client hung up, or it failed. */
  state: "running" | "done" | "broken";
}

export type Match =
  /**
   * The conversation goes on. `heard`: how much of the answer the new messages tell; `rest`: what else they are.
   * `dropped`: how many old messages are no longer among them, `overlap`: how many still are.
   */
  | {
      how: "goes on";
      heard?: { upTo: number; text?: string };
      rest: readonly Message[];
      dropped?: number;
      overlap?: number;
    }
  /** The last question once more, or another one in its place. */
  | { how: "again"; same: boolean };

const hashed = 20_000;

/** @param messages without those that say nothing, as {@link telling} leaves them. */
export function trailOf(messages: readonly Message[]): Trail {
  const at = [""];
  const prints: string[] = [];
  for (const message of messages) {
    const hash = createHash("sha1");
    if (message.role === "tool") hash.update(`tool ${message.toolCallId}`);
    else if (message.role === "user") for (const part of message.content) hash.update("\nuser ").update(partKey(part));
    else
      hash.update(
        `\nassistant ${within(message.text.trim())}\n${message.toolCalls.map((call) => `call ${call.id}`).join("\n")}`,
      );
    const print = hash.digest("base64");
    prints.push(print);
    at.push(hashOf(`${at[at.length - 1]}${print}`));
  }
  return { at, prints };
}

/** The hash of the first system prompt; empty without one. */
export const systemOf = (system: readonly string[]): string => (system[0] ? hashOf(within(system[0])) : "");

const hashOf = (text: string): string => createHash("sha1").update(text).digest("base64");

/** A client that was interrupted before a word may or may not tell of an empty answer. */
export const telling = (messages: readonly Message[]): Message[] =>
  messages.filter((each) => each.role !== "assistant" || each.toolCalls.length > 0 || each.text.trim() !== "");

function partKey(part: Part): string {
  if (part.type === "text") return within(part.text.trim());
  return within(part.type === "image_url" ? part.url : part.data);
}

/** So that a picture, or a book, costs no more than a page. */
const within = (text: string): string =>
  text.length <= hashed
    ? text
    : `${text.length} ${text.slice(0, hashed / 2)} ${text.charCodeAt(text.length >> 1)} ${text.slice(-hashed / 2)}`;

/** How a request follows a call; undefined where it is of another. */
export function match(call: Standing, messages: readonly Message[], { at }: Trail): Match | undefined {
  const { length } = call;
  if (messages.length > length && at[length] === call.end) return goOn(call, messages.slice(length), length < 2);
  if (messages.length === length && at[length - 1] === call.before) return again(call, messages, at);
  return undefined;
}

/** @param unsure the messages before may be those of many calls: there, what was answered has to fit as well. */
export function goOn(call: Standing, added: readonly Message[], unsure: boolean): Match | undefined {
  const next = added.findIndex((message) => message.role === "user");
  const told = added.slice(0, next === -1 ? added.length : next).filter(isAssistant);
  const known = told.some((message) => message.toolCalls.some(({ id }) => call.callIds.includes(id)));
  const spoken = readHeard(call, told.slice(0, mostTold));
  if (!known && !spoken && told.length > 0 && unsure) return undefined;
  const answers = new Set<Message>(spoken?.messages ?? told);
  const rest = added.filter((message) => !answers.has(message));
  if (spoken) return { how: "goes on", heard: { upTo: spoken.upTo }, rest };
  const text = told.map((message) => message.text).join(" ");
  if (text.trim()) return { how: "goes on", heard: { upTo: 0, text }, rest };
  // What comes with calls may be told later, once it has been spoken.
  return known ? { how: "goes on", rest } : { how: "goes on", heard: { upTo: 0 }, rest };
}

type Assistant = Extract<Message, { role: "assistant" }>;
const isAssistant = (message: Message): message is Assistant => message.role === "assistant";
const mostTold = 8;

/** How much of the answer its client tells, and where; it may let its bot say something of its own before and after. */
function readHeard(
  { reply, replyLength }: Standing,
  told: Assistant[],
): { upTo: number; messages: Message[] } | undefined {
  // Where no words are kept there is nothing to compare but lengths.
  if (reply === "" && replyLength > 0) {
    const length = told.reduce((sum, message) => sum + message.text.length, 0);
    return length > 0 && length <= replyLength + 2 ? { upTo: 0, messages: told } : undefined;
  }
  for (let from = 0; from < told.length; from++) {
    for (let to = told.length; to > from; to--) {
      const some = told.slice(from, to);
      const text = some.map((message) => message.text).join(" ");
      if (!hasLetters(text)) continue;
      const heard = compareHeard(reply, text, reply.length === replyLength);
      if (heard && heard.upTo > 0 && !hasLetters(text.slice(heard.rest)))
        return { upTo: heard.upTo, messages: told.filter((each) => some.includes(each) || each.text.trim() === "") };
    }
  }
  return undefined;
}

function again(call: Standing, messages: readonly Message[], at: Trail["at"]): Match | undefined {
  const same = at[call.length] === call.end;
  const last = messages[messages.length - 1];
  if (!same && !(call.endsWithUser && last?.role === "user")) return undefined;
  if (call.length > 2) return { how: "again", same };
  // A first question alone: it is only the same call's where it was given up, or grew while it was being heard.
  if (same) return call.state === "broken" ? { how: "again", same } : undefined;
  if (call.state === "done" || last?.role !== "user") return undefined;
  const [was, is] = [call.lastUser, userText(last.content)];
  return hasLetters(was) && is.length > was.length && compareHeard(is, was) ? { how: "again", same } : undefined;
}

/** What was said in a message, a picture as a sign of every language. */
export const userText = (content: readonly Part[]): string =>
  content
    .map((part) => (part.type === "text" ? part.text : part.type === "document" ? `[${part.name}]` : "🖼"))
    .join("\n");
