import type { ChatMessage } from "../../src-shared/conversation";
import type { EventPayload } from "../../src-shared/ipc";
import { growPieces, splitMarkdown } from "../markdown/split-markdown";

/** A message as the window keeps it. */
export interface ShownMessage extends ChatMessage {
  /** While it grows: its text as it is drawn, so that none of it is read again with each token. */
  pieces?: readonly string[];
}

/** The messages of the shown conversation, oldest first in `order`. */
export interface OpenChat {
  order: string[];
  messages: Record<string, ShownMessage>;
  /** The `seq` that the next delta must have; undefined: whichever comes first. */
  nextSeq: number | undefined;
}

type Delta = EventPayload<"message.delta">;

export const emptyChat: OpenChat = { order: [], messages: {}, nextSeq: undefined };

/** What `conversations.open` answered, as the window keeps it. */
export function chatOf(messages: ChatMessage[], nextSeq: number | undefined): OpenChat {
  return {
    order: messages.map((message) => message.id),
    messages: Object.fromEntries(messages.map((message) => [message.id, message])),
    nextSeq,
  };
}

/**
 * Adds what a message grew by. The same chat comes back for a delta that is already in the text, and "gap" where one
 * was missed, so that the conversation must be opened anew.
 */
export function applyDelta(chat: OpenChat, delta: Delta): OpenChat | "gap" {
  const message = chat.messages[delta.messageId];
  if (!message) return "gap";
  if (message.outcome !== "streaming") return chat;
  if (chat.nextSeq !== undefined && delta.seq < chat.nextSeq) return chat;
  if (chat.nextSeq !== undefined && delta.seq > chat.nextSeq) return "gap";
  const pieces = growPieces(message.pieces ?? splitMarkdown(message.text), delta.text);
  const grown: ShownMessage = { ...message, text: message.text + delta.text, pieces };
  if (delta.thinking) grown.thinking = (message.thinking ?? "") + delta.thinking;
  return { order: chat.order, messages: { ...chat.messages, [message.id]: grown }, nextSeq: delta.seq + 1 };
}

/**
 * Adds a message or puts its final form in place. A sibling (an edit, a retry) replaces the branch after its parent. The news
 * that a message began changes nothing once it is known: its text is further than that.
 */
export function applyMessage(chat: OpenChat, message: ChatMessage): OpenChat {
  if (chat.messages[message.id] && message.outcome === "streaming") return chat;
  const siblings = chat.messages[message.id]?.siblings;
  if (chat.order.includes(message.id)) {
    return { ...chat, messages: { ...chat.messages, [message.id]: siblings ? { ...message, siblings } : message } };
  }
  const parent = message.parentId === null ? -1 : chat.order.indexOf(message.parentId);
  const known = message.parentId === null || parent >= 0;
  const replaced = known ? chat.messages[chat.order[parent + 1] ?? ""] : undefined;
  const beside = replaced && { siblings: [...(replaced.siblings ?? [replaced.id]), message.id] };
  const messages = { ...chat.messages, [message.id]: { ...message, ...beside } };
  const order = known ? chat.order.slice(0, parent + 1) : chat.order;
  return {
    order: [...order, message.id],
    messages,
    nextSeq: message.outcome === "streaming" ? 0 : chat.nextSeq,
  };
}

/** The message that grows, if one does. */
export function growing(chat: OpenChat): ShownMessage | undefined {
  const last = chat.messages[chat.order.at(-1) ?? ""];
  return last?.outcome === "streaming" ? last : undefined;
}
