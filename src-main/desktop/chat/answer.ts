import { randomUUID } from "node:crypto";
import type { ChatMessage } from "../../../src-shared/conversation";
import type { Brain } from "../../brain/brain";
import { BrainError, type TurnRequest } from "../../brain/turn";
import type { Log } from "../../logging/log";
import { withoutWords } from "../../logging/log-error";
import type { ConversationStore } from "../../storage/conversations";
import type { Emit } from "../ipc/outbox";
import { createDeltaPump } from "./delta-pump";
import { createStopwatch, outcomeOf } from "./measure";

export interface AnswerDeps {
  conversations: Pick<ConversationStore, "append" | "grow" | "finish">;
  run: Brain["run"];
  emit: Emit;
  log: Log;
}

/** One assistant message while it grows. */
export interface Answer {
  /** The message as the window knows it: exactly what its deltas add up to. */
  message(): ChatMessage;
  /** The number of the first delta that is not in {@link message}. */
  nextSeq(): number;
  /** Ends it at once, whatever the backend does: `stopped` by the person, `cut_off` by the app. */
  end(outcome: "stopped" | "cut_off"): void;
  /** Resolves when its final form is stored. Never rejects. */
  ended: Promise<void>;
}

/** What an answer becomes at its end. */
type Ending = Pick<ChatMessage, "outcome" | "error" | "errorKind" | "measured">;

/** Adds an empty assistant message below `parentId` and streams the turn into it. */
export function startAnswer(deps: AnswerDeps, conversationId: string, parentId: string, turn: TurnRequest): Answer {
  const { conversations, emit, log } = deps;
  const abort = new AbortController();
  const stopwatch = createStopwatch();
  let message: ChatMessage = {
    id: randomUUID(),
    parentId,
    role: "assistant",
    text: "",
    at: Date.now(),
    outcome: "streaming",
  };
  let seq = 0;
  let endEarly: (ending: Ending) => void = () => {};
  const endedEarly = new Promise<Ending>((resolve) => {
    endEarly = resolve;
  });

  const pump = createDeltaPump(({ text, thinking }) => {
    message = { ...message, text: message.text + text };
    if (thinking) message.thinking = (message.thinking ?? "") + thinking;
    emit("message.delta", { conversationId, messageId: message.id, seq: seq++, text, thinking });
    conversations.grow(conversationId, message.id, { text, thinking });
  });

  const stream = async (): Promise<Ending> => {
    let model = turn.model;
    for await (const event of deps.run(turn, abort.signal)) {
      if (abort.signal.aborted) break;
      if (event.type === "accepted") model = event.model ?? model;
      if (event.type === "text" || event.type === "thinking") {
        stopwatch.sawToken(event.type);
        pump.push({ [event.type]: event.text });
      } else if (event.type === "done") {
        return { ...outcomeOf(event.finishReason), measured: stopwatch.measured(model, event.usage) };
      }
    }
    return { outcome: "cut_off" };
  };

  const failed = (error: unknown): Ending => {
    if (error instanceof BrainError) return { outcome: "failed", error: error.message, errorKind: error.kind };
    log.error("chat.failed", { error: withoutWords(error) });
    return {
      outcome: "failed",
      error: "Something went wrong in Brainstem. Its log has the details.",
      errorKind: "internal",
    };
  };

  const live = async (): Promise<void> => {
    await conversations.append(conversationId, message);
    emit("message.changed", { conversationId, message });
    const ending = await Promise.race([stream().catch(failed), endedEarly]);
    pump.flush();
    message = { ...message, ...ending };
    emit("message.changed", { conversationId, message });
    await conversations.finish(conversationId, message);
  };

  return {
    message: () => message,
    nextSeq: () => seq,
    end(outcome) {
      endEarly({ outcome });
      abort.abort();
    },
    ended: live().catch((error: unknown) =>
      log.error("chat.not_stored", { conversationId, error: withoutWords(error) }),
    ),
  };
}
