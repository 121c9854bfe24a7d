import type { Settings } from "../../src-shared/settings";
import type { Brain } from "../brain/brain";
import type { Caller, TurnEvent, TurnRequest } from "../brain/turn";
import { watch } from "../brain/watchdog";
import { onAbort } from "../on-abort";
import { type Line, Lines } from "./lines";
import type { SessionFiles } from "./session-files";
import { emptyRecord, type SessionRecord, toMessages, trim } from "./session-record";
import { UnsavedTurn } from "./unsaved-turn";

/** What a caller says in a session. */
export interface SessionTurn {
  /** The caller's own name of the conversation, at most 200 characters. */
  id: string;
  message: string;
  model: string;
  /** Undefined: the one that the session was given last. */
  systemPrompt: string | undefined;
  caller: Caller;
}

/** Conversations whose memory is kept here, on disk. */
export interface Sessions {
  /**
   * Answers what is said as the next turn of its session, after the ones before it. It is remembered, durably, before
   * `done` is told, and only then: a turn that fails, is cancelled or takes too long leaves nothing behind.
   * Throws {@link BrainError}, {@link UnsavedTurn}, or the system's error where the session cannot be read.
   */
  run(turn: SessionTurn, signal: AbortSignal): AsyncIterable<TurnEvent>;
  /** Resolves to whether there was such a session. A turn of it that is under way is answered, but not remembered. */
  forget(id: string): Promise<boolean>;
  /** How many there are. */
  count(): Promise<number>;
  /** Forgets all of them; turns that are under way are answered, but not remembered. */
  forgetAll(): Promise<void>;
  /** Removes what has grown too old; without it that happens only when another turn is remembered. */
  sweep(): Promise<void>;
}

export function createSessions(options: {
  files: SessionFiles;
  brain: Pick<Brain, "run">;
  settings: () => Settings["sessions"];
}): Sessions {
  const { files, brain, settings } = options;
  const lines = new Lines();

  async function* run(turn: SessionTurn, signal: AbortSignal): AsyncGenerator<TurnEvent> {
    if (signal.aborted) return;
    const line = lines.join(turn.id);
    try {
      const leave = await line.turns.enter(signal);
      if (!leave) return;
      try {
        yield* answer(turn, line, signal);
      } finally {
        leave();
      }
    } finally {
      lines.leave(turn.id);
    }
  }

  async function* answer(turn: SessionTurn, line: Line, signal: AbortSignal): AsyncGenerator<TurnEvent> {
    const { forgotten, before } = await line.file.run(async () => ({
      forgotten: line.forgotten,
      before: (await files.read(turn.id)) ?? emptyRecord(turn.id),
    }));
    const systemPrompt = turn.systemPrompt ?? before.systemPrompt;
    let reply = "";
    for await (const event of ask(toRequest(turn, before, systemPrompt), signal)) {
      if (event.type === "text") reply += event.text;
      if (event.type === "done") {
        const turns = [...before.turns, { asked: turn.message, reply }];
        await line.file.run(async () => {
          if (signal.aborted || line.forgotten !== forgotten) return;
          await files.write(trim({ ...before, systemPrompt, turns }, settings().maxTurns)).catch((error: unknown) => {
            throw new UnsavedTurn(error);
          });
        });
      }
      yield event;
    }
  }

  /** The brain's turn, ended when it takes too long. */
  async function* ask(request: TurnRequest, signal: AbortSignal): AsyncGenerator<TurnEvent> {
    const ended = new AbortController();
    const abort = () => ended.abort(signal.reason);
    const release = onAbort(signal, abort);
    const { turnSeconds } = settings();
    const patience = { firstTokenSeconds: turnSeconds, gapSeconds: turnSeconds, turnSeconds };
    try {
      yield* watch(brain.run(request, ended.signal), () => patience);
    } finally {
      release();
      abort();
    }
  }

  return {
    run,
    sweep: () => files.prune(),
    count: files.count,
    async forgetAll() {
      const live = lines.all();
      for (const line of live) line.forgotten += 1;
      // What is being written is waited for, so that nothing comes after the end.
      await Promise.all(live.map((line) => line.file.run(async () => {})));
      await files.removeAll();
    },
    async forget(id) {
      const line = lines.join(id);
      line.forgotten += 1;
      try {
        return await line.file.run(() => files.remove(id));
      } finally {
        lines.leave(id);
      }
    },
  };
}

/** No tools: the callers of a session may be people whom the owner does not know. */
function toRequest(turn: SessionTurn, before: SessionRecord, systemPrompt: string): TurnRequest {
  return {
    caller: turn.caller,
    model: turn.model,
    system: systemPrompt === "" ? [] : [systemPrompt],
    messages: toMessages(before, turn.message),
    tools: [],
    toolChoice: { mode: "auto" },
    parallelToolCalls: true,
    stop: [],
    thinking: false,
  };
}
