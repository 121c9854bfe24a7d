import type { ActivityEntry, TurnGrowth } from "../../../src-shared/activity";
import { Speech } from "../../brain/speak-tool";
import { BrainError, type TurnEvent, type TurnRequest } from "../../brain/turn";
import type { CallPart } from "./calls";
import { mostText } from "./entry";
import { ownEnd, ownText } from "./own-text";
import { Tally, tokensPerSecond } from "./tally";

/** Milliseconds that what an answer grows by is gathered. */
const gatherMs = 100;

export interface RecorderDeps {
  entry: ActivityEntry;
  call: CallPart;
  /** Its state changed. */
  tell: (entry: ActivityEntry) => void;
  grew: (growth: TurnGrowth) => void;
}

/** Writes one turn's events into its entry and its call. */
export class TurnRecorder {
  private readonly started = performance.now();
  private readonly tally = new Tally();
  private readonly speech: Speech | undefined;
  /** Said since the entry was last brought up to date. */
  private gathered = "";
  private pause: NodeJS.Timeout | undefined;
  private firstAt: number | undefined;
  private thought = false;

  constructor(
    private readonly deps: RecorderDeps,
    { caller }: TurnRequest,
  ) {
    this.speech = caller.speaks && new Speech(caller.speaks);
    this.tell();
  }

  on(event: TurnEvent): void {
    if (isToken(event)) this.begin();
    for (const told of this.speech?.pass(event) ?? [event]) this.read(told);
  }

  /** Once it has ended, nothing changes any more. */
  end(last: Pick<ActivityEntry, "state"> & Partial<ActivityEntry>): void {
    const { entry } = this.deps;
    if (entry.totalMs !== undefined) return;
    clearTimeout(this.pause);
    this.sendGathered();
    const speed = this.speed();
    Object.assign(entry, speed ? { speed } : {}, last, { totalMs: this.elapsed() });
    this.tell();
  }

  fail(error: unknown): void {
    const kind = error instanceof BrainError ? { errorKind: error.kind } : {};
    const said = ownText(error instanceof Error ? error.message : String(error), 1000);
    this.end({ state: "failed", error: said, ...kind });
  }

  /** It ended without an end of its own. */
  cutOff(): void {
    this.end({ state: "failed", error: "The answer was cut off.", errorKind: "cut_off" });
  }

  /** The caller left, or whoever ended it says why. */
  stopped(reason: unknown): void {
    if (reason instanceof Error && reason.name !== "AbortError") this.fail(reason);
    else this.end({ state: "stopped" });
  }

  private read(event: TurnEvent): void {
    const { entry, call } = this.deps;
    if (entry.totalMs !== undefined) return;
    switch (event.type) {
      case "accepted":
        Object.assign(entry, { state: "running", warm: event.warm, backend: event.backend });
        return this.tell();
      case "text":
        return this.say(event.text);
      case "thinking":
        this.thought = true;
        this.tally.addTokens(event.text);
        return this.growSoon();
      case "tool_begin":
        if (entry.tools.length < 20) entry.tools = [...entry.tools, ownText(event.name, 64)];
        call.callTool(event.id, event.name);
        return this.tell();
      case "tool_arguments":
        this.tally.addTokens(event.text);
        return call.argue(event.text);
      case "done":
        return this.done(event);
    }
  }

  private begin(): void {
    if (this.firstAt !== undefined) return;
    this.firstAt = performance.now();
    this.deps.entry.firstTokenMs = this.elapsed();
    this.tell();
  }

  private say(text: string): void {
    this.tally.add(text);
    this.gathered += text;
    this.deps.call.say(text);
    this.growSoon();
  }

  private done({ usage, finishReason }: Extract<TurnEvent, { type: "done" }>): void {
    const { promptTokens, completionTokens, reasoningTokens } = usage;
    const written = completionTokens - (this.thought ? 0 : reasoningTokens);
    const counted = this.firstAt && tokensPerSecond(written, performance.now() - this.firstAt);
    const speed = counted ? { speed: { tokensPerSecond: counted, estimated: false } } : {};
    this.end({ state: "done", promptTokens, completionTokens, finishReason, ...speed });
  }

  /** As the letters so far let it be guessed. */
  private speed(): ActivityEntry["speed"] {
    const guessed = this.firstAt && tokensPerSecond(this.tally.tokens, performance.now() - this.firstAt);
    return guessed ? { tokensPerSecond: guessed, estimated: true } : undefined;
  }

  private growSoon(): void {
    this.pause ??= setTimeout(() => {
      this.pause = undefined;
      this.sendGathered();
    }, gatherMs);
  }

  private sendGathered(): void {
    const { entry, grew } = this.deps;
    const { id, callId } = entry;
    const text = entry.wordless ? "" : this.gathered;
    entry.words = this.tally.words;
    entry.replyLength += this.gathered.length;
    // Copies all that is kept: here, and not with every token.
    if (text) entry.replyText = ownEnd(entry.replyText + text, mostText);
    this.gathered = "";
    if (this.firstAt === undefined) return;
    const speed = this.speed();
    if (speed) entry.speed = speed;
    this.deps.call.measure(entry);
    const from = entry.replyLength - text.length;
    grew({ id, callId, from, text, words: entry.words, ...(speed ? { speed } : {}) });
  }

  private tell(): void {
    const { entry, call, tell } = this.deps;
    call.update(entry);
    tell({ ...entry });
  }

  private elapsed(): number {
    return Math.round(performance.now() - this.started);
  }
}

function isToken({ type }: TurnEvent): boolean {
  return type === "text" || type === "thinking" || type === "tool_begin";
}
