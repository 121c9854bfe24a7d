import type { TurnRequest } from "../../turn";
import { identityOf } from "../conversation/identity";
import { planFromHeld, planFromNothing } from "../conversation/plan";
import { unlessLeft } from "../install/own-version";
import { StartGate } from "../process/start-gate";
import { choose, type Taken } from "./choose";
import type { Session, SessionState } from "./session";
import { type PoolLimits, wornOut } from "./worn-out";

export interface PoolEvents {
  /** A spare is ready; `models` is its answer to `list_models`. */
  ready: (models: unknown) => void;
  /** Spares keep ending before they were ever ready; what the last one said. */
  crashLoop: (words: string) => void;
  /** Resolves when a process may be started; rejects when the CLI has become one that cannot be used. */
  fit: () => Promise<void>;
}

/** A history of so many messages costs enough to seed that a second process is kept ready with it. */
const worthUnderstudy = 8;
/** Milliseconds after which spares are made up: the turn that has just begun, or comes after a barge-in, goes first. */
const replenishAfter = 400;
/** Milliseconds for which waiting processes are asked whether they live before they are taken. */
const doubtFor = 5000;
/** Milliseconds that one has for that answer. */
const answersWithin = 3000;

/**
 * The waiting processes. A turn goes on in the process that holds its history; else in one that was seeded with most
 * of it (the understudy that long conversations get, so that a barge-in costs nothing); else in a spare one.
 */
export class Pool {
  private readonly sessions = new Set<Session>();
  private stopped = true;
  private failures = 0;
  private doubtUntil = 0;
  private retryTimer: NodeJS.Timeout | undefined;
  private replenishTimer: NodeJS.Timeout | undefined;
  private readonly gate = new StartGate();

  constructor(
    private readonly launch: (changed: (session: Session) => void) => Session,
    private readonly limits: () => PoolLimits,
    private readonly events: PoolEvents,
  ) {}

  start(): void {
    this.stopped = false;
    this.replenish();
  }

  /** Ends every process and resolves when none is left. */
  async stop(): Promise<void> {
    this.halt();
    const ends = [...this.sessions].map((session) => session.process.ended);
    for (const session of this.sessions) session.end();
    await Promise.all(ends);
  }

  private halt(): void {
    this.stopped = true;
    if (this.retryTimer) clearTimeout(this.retryTimer);
    this.retryTimer = undefined;
    if (this.replenishTimer) clearTimeout(this.replenishTimer);
  }

  /** Gives a turn its process, reserved for it. Waits only where one has to be started and others are starting. */
  async take(request: TurnRequest, signal: AbortSignal): Promise<Taken> {
    const ready = await this.pickLive(request, signal);
    if (ready) return ready;
    await this.gate.enter(signal);
    let started = Promise.resolve();
    try {
      // While this turn waited, a process may have come free; the place goes on to whoever is next.
      const free = await this.pickLive(request, signal);
      if (free) return free;
      await this.events.fit();
      const session = this.add();
      session.reserve();
      started = session.started;
      const unfit = await unlessLeft(session.unfit, signal);
      if (unfit) {
        session.end("SIGKILL");
        throw unfit;
      }
      return { session, plan: planFromNothing(request), warm: "cold" };
    } finally {
      this.gate.leaveWhen(started);
    }
  }

  /** To be called when one process failed in a way that others may share: for a while they are asked before they are used. */
  doubt(): void {
    this.doubtUntil = performance.now() + doubtFor;
  }

  /** Replaces processes that wait in one of these states by new ones; turns go on. */
  renew(...states: ("spare" | "standby" | "idle")[]): void {
    for (const session of this.inState(...states)) session.end();
    this.replenish();
  }

  /** Ends what waits, lets what answers come to its end, and resolves when nothing is left. */
  async drain(): Promise<void> {
    this.halt();
    const ends = [...this.sessions].map((session) => session.process.ended);
    for (const session of this.sessions) if (session.state !== "busy") session.end();
    await Promise.all(ends);
  }

  private async pickLive(request: TurnRequest, signal: AbortSignal): Promise<Taken | undefined> {
    for (let taken = this.pick(request); taken; taken = this.pick(request)) {
      const { process, unfit } = taken.session;
      const alive = performance.now() > this.doubtUntil || (await process.isAlive(answersWithin));
      if (alive && !(await unlessLeft(unfit, signal))) return taken;
      taken.session.end("SIGKILL");
    }
    return undefined;
  }

  private pick(request: TurnRequest): Taken | undefined {
    const taken = choose(this.sessions, request);
    taken?.session.reserve();
    return taken;
  }

  /** To be called when a turn's first token is out: what follows would compete with it. */
  afterFirstToken(request: TurnRequest): void {
    // In a window nobody breaks into an answer to be answered within a breath.
    if (!this.stopped && request.caller.kind !== "window") this.understudy(request);
  }

  /** Ends what is worn out and makes up for it. */
  sweep(memory: (pid: number) => number | undefined = () => undefined): void {
    const holding = this.inState("idle", "standby", "calling");
    for (const session of wornOut(holding, this.limits(), memory)) session.end();
    this.replenishSoon();
  }

  private inState(...states: SessionState[]): Session[] {
    return [...this.sessions].filter((session) => states.includes(session.state));
  }

  private replenishSoon(): void {
    this.replenishTimer ??= setTimeout(() => {
      this.replenishTimer = undefined;
      this.replenish();
    }, replenishAfter);
  }

  private replenish(): void {
    if (this.stopped || this.retryTimer) return;
    this.events.fit().then(
      () => this.makeUp(),
      () => {},
    );
  }

  private makeUp(): void {
    if (this.stopped || this.retryTimer) return;
    const waiting = this.inState("spare").length;
    // A start takes half a second from what is being said; while one still waits, it can wait for the end of that.
    if (waiting > 0 && this.inState("busy").length > 0) return;
    const missing = this.limits().spares - waiting;
    for (let made = 0; made < missing; made += 1) void this.watchStart(this.add());
  }

  /** Notes whether a spare comes to life; after a failure the next waits 0.5 s, doubling to 30 s. */
  private async watchStart(session: Session): Promise<void> {
    const answer = await session.process.request({ subtype: "list_models" });
    if (answer && (await session.unfit)) return session.end("SIGKILL");
    if (answer) {
      this.failures = 0;
      this.events.ready(answer.response?.["models"]);
      return;
    }
    const { words, code } = await session.process.ended;
    // Taken by a turn and ended by it, or not wanted any more: that is no failure to start.
    if (this.stopped || this.retryTimer || session.identity !== undefined || !session.died) return;
    this.failures += 1;
    if (this.failures >= 3) this.events.crashLoop(words || `exit ${code}`);
    this.retryTimer = setTimeout(
      () => {
        this.retryTimer = undefined;
        this.replenish();
      },
      Math.min(30_000, 500 * 2 ** (this.failures - 1)),
    );
  }

  /** Keeps a second process seeded with all of a long conversation but its last question, for the turn after a barge-in. */
  private understudy(request: TurnRequest): void {
    if (request.messages.length < worthUnderstudy || this.limits().maxIdle < 2) return;
    const identity = identityOf(request);
    const known = { ...request, messages: request.messages.slice(0, lastAnswer(request) + 1) };
    if (known.messages.length === 0) return;
    const behind = this.inState("standby").find(
      (session) => session.identity === identity && planFromHeld(session.items, request),
    );
    // A spare one is ready sooner than a new one; spares are made up soon.
    (behind ?? this.inState("spare")[0] ?? this.add()).prepare(known);
  }

  private add(): Session {
    const session = this.launch((changed) => {
      if (!this.stopped) this.sweep();
      else if (changed.state !== "busy" && changed.state !== "gone") changed.end();
    });
    this.sessions.add(session);
    void session.process.ended.then(() => {
      this.sessions.delete(session);
      if (session.died) this.doubt();
    });
    return session;
  }
}

function lastAnswer(request: TurnRequest): number {
  return request.messages.map((message) => message.role).lastIndexOf("assistant");
}
