import { randomUUID } from "node:crypto";
import type { ActivityEntry } from "../../src-shared/activity";
import type { Brain } from "../brain/brain";
import { BrainError, type TurnEvent, type TurnRequest } from "../brain/turn";

/** The latest turns of all callers, in memory only: what was said in them is never written. */
export interface Activity {
  /** The same brain, with each of its turns recorded. */
  around(brain: Brain): Brain;
  /** Newest first. */
  list(): ActivityEntry[];
  /** At most about four times a second for one turn. Returns the function that ends the subscription. */
  onChange(listener: (entry: ActivityEntry) => void): () => void;
  /** Empties the texts of all turns, also of those that still run. */
  forgetWords(): void;
}

const KEPT = 200;
const TEXT = 2000;
const PAUSE_MS = 250;

/** `contents`: whether what is said is recorded. */
export function createActivity(contents: () => boolean): Activity {
  const entries: ActivityEntry[] = [];
  const listeners = new Set<(entry: ActivityEntry) => void>();
  const tell = (entry: ActivityEntry) => {
    for (const listener of listeners) listener({ ...entry });
  };

  async function* record(brain: Brain, request: TurnRequest, signal: AbortSignal): AsyncGenerator<TurnEvent> {
    const entry = newEntry(request, contents());
    entries.unshift(entry);
    entries.length = Math.min(entries.length, KEPT);
    const started = performance.now();
    const elapsed = () => Math.round(performance.now() - started);
    let pause: NodeJS.Timeout | undefined;
    const tellSoon = () => {
      pause ??= setTimeout(() => {
        pause = undefined;
        tell(entry);
      }, PAUSE_MS);
    };
    const end = (last: Partial<ActivityEntry>) => {
      if (entry.totalMs !== undefined) return;
      clearTimeout(pause);
      signal.removeEventListener("abort", stopped);
      Object.assign(entry, last, { totalMs: elapsed() });
      tell(entry);
    };
    const stopped = () => end({ state: "stopped" });

    tell(entry);
    signal.addEventListener("abort", stopped);
    try {
      for await (const event of brain.run(request, signal)) {
        if (event.type === "accepted") {
          Object.assign(entry, { state: "running", warm: event.warm, backend: event.backend });
          tell(entry);
        } else if (event.type === "done") {
          const { promptTokens, completionTokens } = event.usage;
          end({ state: "done", promptTokens, completionTokens });
        } else if (isToken(event)) {
          entry.firstTokenMs ??= elapsed();
          if (event.type === "text" && !entry.wordless) entry.replyText = (entry.replyText + event.text).slice(-TEXT);
          tellSoon();
        }
        yield event;
      }
      end({ state: "failed", error: "The answer was cut off.", errorKind: "cut_off" });
    } catch (error) {
      const kind = error instanceof BrainError ? { errorKind: error.kind } : {};
      end({ state: "failed", error: error instanceof Error ? error.message : String(error), ...kind });
      throw error;
    } finally {
      // Reached with the turn still open only when the caller left it.
      stopped();
    }
  }

  return {
    around: (brain) => ({
      models: () => brain.models(),
      run: (request, signal) => record(brain, request, signal),
    }),
    list: () => entries.map((entry) => ({ ...entry })),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    forgetWords() {
      for (const entry of entries) {
        if (entry.wordless) continue;
        Object.assign(entry, withoutWords);
        tell(entry);
      }
    },
  };
}

const withoutWords = { wordless: true, promptText: "", replyText: "" } as const;

function newEntry(request: TurnRequest, contents: boolean): ActivityEntry {
  const { user, metadata } = request.caller;
  return {
    id: randomUUID(),
    at: Date.now(),
    caller: request.caller.name,
    callerKind: request.caller.kind,
    model: request.model,
    ...(user ? { user: user.slice(0, 200) } : {}),
    ...(metadata ? { metadata: JSON.stringify(metadata).slice(0, 2000) } : {}),
    state: "queued",
    ...(isShortened(request) ? { shortened: true } : {}),
    ...(contents ? { promptText: lastUserText(request).slice(0, TEXT), replyText: "" } : withoutWords),
  };
}

function lastUserText({ messages }: TurnRequest): string {
  for (let i = messages.length - 1; i >= 0; i--) {
    const message = messages[i];
    if (message?.role !== "user") continue;
    return message.content
      .map((part) => (part.type === "text" ? part.text : part.type === "document" ? `[${part.name}]` : "[picture]"))
      .join("\n");
  }
  return "";
}

/** Whether the last user message is not all that was asked. */
function isShortened({ messages, system, tools, json, stop, maxTokens, effort }: TurnRequest): boolean {
  const [first, ...more] = messages;
  if (more.length + system.length + tools.length + stop.length > 0 || first?.role !== "user") return true;
  if (json || maxTokens !== undefined || effort) return true;
  const [part, ...others] = first.content;
  return others.length > 0 || part?.type !== "text" || part.text.length > TEXT;
}

function isToken(event: TurnEvent): boolean {
  return event.type === "text" || event.type === "thinking" || event.type === "tool_begin";
}
