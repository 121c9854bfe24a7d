import { EventQueue } from "../../event-queue";
import { StopText, splitStops } from "../../stop-text";
import { BrainError, type Effort, type Message, type TurnEvent, type TurnRequest } from "../../turn";
import { type HistoryItem, toItems } from "../conversation/held-history";
import { identityOf } from "../conversation/identity";
import { type Plan, planFromHeld } from "../conversation/plan";
import { Seeder } from "../conversation/seeder";
import { type Flags, flagChanges, flagsOf, initialFlags } from "../process/flags";
import { interruptAndEnd } from "../process/interrupt";
import type { CliProcess } from "../process/process";
import { type FromCli, stdinLine } from "../process/protocol";
import { ClientTools } from "../turn/client-tools";
import { crashed } from "../turn/failures";
import { TurnStream, type Verdict } from "../turn/turn-stream";

/** Values a slow reader may leave waiting before the process is held back. */
const highWater = 256;
/** Milliseconds that the `result` may lag behind the end of the answer. */
const resultWithin = 1000;

/** `spare`: nothing said yet; `standby`: seeded, no turn yet; `calling`: the model waits for tool results. */
export type SessionState = "spare" | "standby" | "idle" | "calling" | "busy" | "gone";

interface Turn {
  request: TurnRequest;
  queue: EventQueue<TurnEvent>;
  stream: TurnStream;
  /** Whether the question has been put: before that there is nothing to interrupt. */
  asked: boolean;
}

/** One CLI process and the conversation it holds. */
export class Session {
  state: SessionState = "spare";
  identity: string | undefined;
  /** What the process holds, as messages and in the form in which histories are compared. */
  messages: Message[] = [];
  items: HistoryItem[] = [];
  turns = 0;
  /** `performance.now()`: a clock that is set must not end a process. */
  lastUsed = performance.now();
  private flags: Flags;
  private prepared: Promise<void> = Promise.resolve();
  private cost = 0;
  private tools = new ClientTools([], () => {});
  private turn: Turn | undefined;
  private readonly seeder: Seeder;
  private interruptAnswered: (() => void) | undefined;

  /** Resolves when the process answers for the first time, or has ended. */
  readonly started: Promise<void>;
  hasStarted = false;
  /** Whether the process ended though nobody had asked it to. */
  died = false;

  /** `changed` is told whenever `state` has changed; `unfit` resolves to why it must hear no words, if there is such. */
  constructor(
    readonly process: CliProcess,
    model: string,
    private readonly changed: (session: Session) => void,
    readonly unfit: Promise<BrainError | undefined> = Promise.resolve(undefined),
  ) {
    this.flags = initialFlags(model);
    this.seeder = new Seeder(process);
    this.started = new Promise((resolve) => {
      process.onMessage = (message) => {
        this.hasStarted = true;
        resolve();
        this.hear(message);
      };
      void process.ended.then(() => resolve());
    });
    void process.ended.then((ended) => {
      this.turn?.queue.fail(crashed(ended));
      this.turn = undefined;
      this.seeder.hearResult();
      this.died = this.state !== "gone";
      this.become("gone");
    });
  }

  /** Keeps it for the turn that is about to begin. */
  reserve(): void {
    this.become("busy");
  }

  /**
   * Begins to add what the process lacks of a history that ends with an answer, for a request that extends it. A turn
   * that comes before all is added waits for the rest of it, which is shorter than to begin elsewhere.
   */
  prepare(request: TurnRequest): void {
    const plan = planFromHeld(this.items, request);
    if (plan?.kind !== "question") return;
    this.initialize(request);
    this.hold(request.messages);
    this.prepared = this.unfit.then(() => this.seeder.add(plan.seeds, () => this.state !== "gone"));
    this.become("standby");
  }

  /** Runs one turn as planned. The stream fails with a {@link BrainError}; it ends early when `signal` aborts. */
  run(request: TurnRequest, plan: Plan, effort: Effort, signal: AbortSignal): AsyncIterable<TurnEvent> {
    const queue = new EventQueue<TurnEvent>((waiting) => {
      if (waiting === highWater) this.process.pause(true);
      else if (waiting === 0) this.process.pause(false);
    });
    const { foundHere } = splitStops(request.stop);
    const stopText = foundHere.length > 0 ? new StopText(foundHere) : undefined;
    const json = request.json !== undefined;
    const stream = new TurnStream((event) => queue.push(event), request.thinking, json, this.cost, stopText);
    this.turn = { request, queue, stream, asked: false };
    this.become("busy");
    signal.addEventListener("abort", () => this.cancel(queue), { once: true });
    if (signal.aborted) this.cancel(queue);
    else if (!this.process.alive) queue.fail(new BrainError("cli_crashed", "The Claude CLI could not be started.", 1));
    else void this.ask(this.turn, plan, effort);
    return queue;
  }

  /** Ends the process, whatever it does. */
  end(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): void {
    this.process.kill(signal);
    this.become("gone");
  }

  private async ask(turn: Turn, plan: Plan, effort: Effort): Promise<void> {
    const { request } = turn;
    this.initialize(request);
    const flags = flagsOf(request, effort);
    for (const change of flagChanges(this.flags, flags)) void this.process.request(change);
    this.flags = flags;
    if (plan.kind === "results") {
      turn.asked = true;
      for (const result of plan.results) this.tools.answer(result.toolCallId, result.content);
      return;
    }
    await this.prepared;
    await this.seeder.add(plan.seeds, () => this.state !== "gone");
    if (this.turn !== turn) return;
    turn.asked = true;
    this.process.send(stdinLine.user(plan.question, true));
  }

  private initialize(request: TurnRequest): void {
    if (this.identity !== undefined) return;
    this.identity = identityOf(request);
    this.tools = new ClientTools(request.tools, (line) => this.process.send(line));
    void this.process.request({
      subtype: "initialize",
      systemPrompt: request.system,
      ...this.tools.describe(),
      ...(request.json ? { jsonSchema: request.json.schema ?? { type: "object" } } : {}),
    });
  }

  private hear(message: FromCli): void {
    if (message.type === "control_request") {
      this.tools.hear(message);
      return;
    }
    if (message.type === "result") {
      this.interruptAnswered?.();
      if (this.seeder.hearResult()) return;
    }
    const turn = this.turn;
    if (!turn?.asked) return;
    try {
      this.follow(turn, turn.stream.hear(message));
    } catch (error) {
      this.turn = undefined;
      turn.queue.fail(error);
      // The failed text would be joined to the next question: this history is no longer the client's.
      this.retire(message.type !== "result");
    }
    if (message.type === "result") this.cost = message.total_cost_usd ?? this.cost;
  }

  private follow(turn: Turn, verdict: Verdict): void {
    if (verdict === "going") return;
    if (verdict === "said") {
      setTimeout(() => {
        if (this.turn === turn) this.finish(turn, "gone");
      }, resultWithin).unref();
      return;
    }
    this.finish(turn, verdict === "over" ? "idle" : verdict === "calls" ? "calling" : "gone");
  }

  /** The turn is whole: the process holds it, waits for tool results, or cannot be used again. */
  private finish(turn: Turn, next: "idle" | "calling" | "gone"): void {
    this.turn = undefined;
    const reply = turn.stream.reply();
    const empty = !reply.text.trim() && reply.toolCalls.length === 0;
    this.turns += 1;
    if (next === "gone" || empty) this.retire(next === "gone");
    else {
      this.hold([...turn.request.messages, { role: "assistant", ...reply }]);
      this.become(next);
    }
    turn.queue.push(turn.stream.done());
    turn.queue.end();
  }

  private cancel(queue: EventQueue<TurnEvent>): void {
    queue.end();
    const turn = this.turn;
    if (turn?.queue !== queue) return;
    this.turn = undefined;
    this.retire(turn.asked);
  }

  /** Takes the process out of use; one in the middle of an answer is interrupted first, so that upstream closes at once. */
  private retire(answering: boolean): void {
    this.become("gone");
    this.process.pause(false);
    if (!answering) {
      this.process.kill();
      return;
    }
    this.interruptAnswered = interruptAndEnd(this.process);
  }

  private hold(messages: Message[]): void {
    this.messages = messages;
    this.items = toItems(messages);
  }

  private become(state: SessionState): void {
    if (this.state === "gone") return;
    this.state = state;
    this.lastUsed = performance.now();
    this.changed(this);
  }
}
