import type { Message, Part } from "../../turn";

/**
 * A history in the form in which two are compared: one item a text, picture, document, tool call or tool result. Texts are
 * trimmed at their ends (clients do so to what was spoken) and tool calls go by their id (clients re-serialise
 * arguments); everything else must be equal to the letter.
 */
export type HistoryItem = string;

export function toItems(messages: readonly Message[]): HistoryItem[] {
  const items: HistoryItem[] = [];
  /** Results that belong to the run of calls being read: calls come first, then results, whatever their order. */
  let results: HistoryItem[] = [];
  const flush = () => {
    items.push(...results);
    results = [];
  };
  for (const message of messages) {
    if (message.role === "tool") {
      results.push(`result ${message.toolCallId} ${message.content.map(partItem).join("\n")}`);
    } else if (message.role === "assistant") {
      if (message.text.trim()) {
        flush();
        items.push(`assistant ${message.text.trim()}`);
      }
      for (const call of message.toolCalls) items.push(callItem(call.id));
    } else {
      flush();
      for (const part of message.content)
        if (part.type !== "text" || part.text.trim()) items.push(`user ${partItem(part)}`);
    }
  }
  flush();
  return items;
}

export const callItem = (id: string): HistoryItem => `call ${id}`;

function partItem(part: Part): string {
  if (part.type === "text") return part.text.trim();
  if (part.type === "image_url") return part.url;
  return part.type === "image" ? `${part.mediaType} ${part.data}` : `${part.mediaType} ${part.name} ${part.data}`;
}

/** Whether `items` begins with all of `held`. */
export function extendsHeld(held: readonly HistoryItem[], items: readonly HistoryItem[]): boolean {
  return held.length <= items.length && held.every((item, index) => item === items[index]);
}
