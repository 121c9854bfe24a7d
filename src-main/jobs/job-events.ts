import type { JobEvent } from "../../src-shared/jobs";

/** An event before it has its number. */
export type NewEvent = JobEvent extends infer E ? (E extends JobEvent ? Omit<E, "id" | "at"> : never) : never;

/** Milliseconds in which what the model says is put together: a token each would make the record many times its size. */
const together = 40;

/** A job's events in order, numbered from 1. Any number of readers follow it, each at its own pace and from where it likes. */
export class JobEvents {
  private readonly events: JobEvent[] = [];
  private waiting: (() => void)[] = [];
  private closed = false;
  private text = "";
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly added: (event: JobEvent) => void) {}

  add(event: NewEvent): void {
    this.flush();
    this.put(event);
  }

  say(text: string): void {
    this.text += text;
    this.timer ??= setTimeout(() => this.flush(), together);
  }

  /** Nothing follows. */
  close(): void {
    this.flush();
    this.closed = true;
    this.wake();
  }

  all(): JobEvent[] {
    return [...this.events];
  }

  /** Whether all was told and nothing of it lies behind number `after`. */
  isOver(after: number): boolean {
    return this.closed && after >= this.events.length;
  }

  /** The events behind number `after`, then each as it comes, until the last one or `signal` aborts. */
  async *follow(after: number, signal: AbortSignal): AsyncGenerator<JobEvent> {
    const wake = () => this.wake();
    signal.addEventListener("abort", wake);
    try {
      for (let next = after; !signal.aborted; ) {
        const event = this.events[next];
        if (event) {
          next += 1;
          yield event;
        } else if (this.closed) return;
        else await new Promise<void>((resolve) => this.waiting.push(resolve));
      }
    } finally {
      signal.removeEventListener("abort", wake);
    }
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.text === "") return;
    const { text } = this;
    this.text = "";
    this.put({ type: "token", text });
  }

  private put(event: NewEvent): void {
    const numbered = { ...event, id: this.events.length + 1, at: Date.now() } as JobEvent;
    this.events.push(numbered);
    this.added(numbered);
    this.wake();
  }

  private wake(): void {
    for (const wake of this.waiting.splice(0)) wake();
  }
}
