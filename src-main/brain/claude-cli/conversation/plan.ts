import type { Message, TurnRequest } from "../../turn";
import type { Block } from "../process/protocol";
import { longestResult } from "../turn/client-tools";
import { callItem, extendsHeld, type HistoryItem, toItems } from "./held-history";
import { type HistoryLine, toLines } from "./history";

type ToolMessage = Extract<Message, { role: "tool" }>;

/** How a process gets from what it holds to the request: lines to add and the question, or results for its calls. */
export type Plan =
  | { kind: "question"; seeds: HistoryLine[]; question: Block[] }
  | { kind: "results"; results: ToolMessage[] };

/** For a process that holds nothing. */
export function planFromNothing(request: TurnRequest): Plan {
  return toQuestion(toLines(request.messages));
}

/** For a process that holds `items`: undefined when the request's history does not begin with them. */
export function planFromHeld(items: readonly HistoryItem[], request: TurnRequest): Plan | undefined {
  const rest = messagesAfter(items, request.messages);
  return rest && rest.length > 0 ? toQuestion(toLines(rest)) : undefined;
}

/** For a process whose model waits: undefined unless the request brings a result for each of its calls, and nothing else. */
export function planResults(items: readonly HistoryItem[], request: TurnRequest): Plan | undefined {
  const all = toItems(request.messages);
  if (!extendsHeld(items, all)) return undefined;
  const added = all.length - items.length;
  const results = request.messages.filter((message): message is ToolMessage => message.role === "tool").slice(-added);
  if (added === 0 || results.length !== added) return undefined;
  const waiting = openCalls(items);
  const matches = results.every((result) => waiting.delete(callItem(result.toolCallId)) && isWhole(result));
  return matches && waiting.size === 0 ? { kind: "results", results } : undefined;
}

function toQuestion(lines: HistoryLine[]): Plan {
  const question = lines[lines.length - 1]?.content ?? [];
  return { kind: "question", seeds: lines.slice(0, -1), question };
}

/** The messages behind those that make up `items`, cut at a message's edge. */
function messagesAfter(items: readonly HistoryItem[], messages: readonly Message[]): Message[] | undefined {
  let count = 0;
  let cut = 0;
  while (cut < messages.length && count < items.length) {
    count += toItems(messages.slice(cut, cut + 1)).length;
    cut += 1;
  }
  if (count !== items.length) return undefined;
  const same = extendsHeld(items, toItems(messages.slice(0, cut)));
  return same ? messages.slice(cut) : undefined;
}

/** Calls at the end of a history that have no result yet. */
function openCalls(items: readonly HistoryItem[]): Set<HistoryItem> {
  const answered = new Set(
    items.filter((item) => item.startsWith("result ")).map((item) => `call ${item.split(" ")[1]}`),
  );
  return new Set(items.filter((item) => item.startsWith("call ") && !answered.has(item)));
}

function isWhole(result: ToolMessage): boolean {
  const size = result.content.reduce((sum, part) => sum + (part.type === "text" ? part.text.length : 0), 0);
  return size <= longestResult;
}
