import { randomUUID } from "node:crypto";
import type { ActivityEntry } from "../../../src-shared/activity";
import type { TurnRequest } from "../../brain/turn";
import { userText } from "./call-match";
import { ownText } from "./own-text";

/** Characters of a question, and of the end of its answer. */
export const mostText = 2000;

/** What a turn is when it is asked; `callId` is not known yet. @param contents whether words are kept. */
export function newEntry(request: TurnRequest, contents: boolean): ActivityEntry {
  const { kind, name, user, metadata, route, conversation, speaks } = request.caller;
  return {
    id: randomUUID(),
    callId: "",
    at: Date.now(),
    caller: ownText(name, 200),
    callerKind: kind,
    ...(route ? { route } : {}),
    ...(kind === "session" && conversation ? { session: ownText(conversation, 200) } : {}),
    model: ownText(request.model, 200),
    ...(user ? { user: ownText(user, 200) } : {}),
    ...(metadata ? { metadata: ownText(JSON.stringify(metadata), 2000) } : {}),
    ...(request.maxTokens === undefined ? {} : { maxTokens: request.maxTokens }),
    ...(speaks ? { spokenBy: ownText(speaks.tool, 64) } : {}),
    state: "queued",
    words: 0,
    tools: [],
    ...(isShortened(request) ? { shortened: true } : {}),
    ...(contents ? { promptText: ownText(lastUserText(request), mostText), replyText: "" } : withoutWords),
    replyLength: 0,
  };
}

export const withoutWords = { wordless: true, promptText: "", replyText: "" } as const;

function lastUserText({ messages }: TurnRequest): string {
  for (let i = messages.length - 1; i >= 0; i--) {
    const message = messages[i];
    if (message?.role === "user") return userText(message.content);
  }
  return "";
}

/** Whether the last user message is not all that was asked. */
function isShortened({ caller, messages, system, tools, json, stop, effort }: TurnRequest): boolean {
  const [first, ...more] = caller.kind === "session" ? messages.slice(-1) : messages;
  // A session keeps its own history and instructions: its last message is all that it was sent.
  if (caller.kind !== "session" && system.length > 0) return true;
  if (more.length + tools.length + stop.length > 0 || first?.role !== "user") return true;
  if (json || effort) return true;
  const [part, ...others] = first.content;
  return others.length > 0 || part?.type !== "text" || part.text.length > mostText;
}
