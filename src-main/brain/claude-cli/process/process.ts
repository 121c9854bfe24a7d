import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { killGroup } from "../../programs/kill";
import { LineSplitter } from "./lines";
import { type ControlRequest, type ControlResponse, type FromCli, parseLine, stdinLine } from "./protocol";

/** A line longer than this is no answer of the CLI; the process is ended. */
const longestLine = 64 * 1024 * 1024;
/** Milliseconds that a process asked to end may take. */
const endsWithin = 2000;

/** How a process ended; `words` is the end of what it wrote to stderr. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  words: string;
}

/** One CLI process: lines in, messages out, requests and their answers, and its end. Knows nothing of turns. */
export class CliProcess {
  /** Resolves once, when the process is gone (or never came to be). */
  readonly ended: Promise<Ended>;
  alive = true;
  /** Who hears what the process says; set by the session that owns it. */
  onMessage: (message: FromCli) => void = () => {};
  private readonly answers = new Map<string, (response: ControlResponse | undefined) => void>();
  private requests = 0;
  private words = "";

  private readonly child: ChildProcessWithoutNullStreams | undefined;

  /** `started` is an error where the system refused to start it: then it has ended already. */
  constructor(started: ChildProcessWithoutNullStreams | Error) {
    if (started instanceof Error) {
      this.alive = false;
      this.ended = Promise.resolve({ code: null, signal: null, words: started.message });
      return;
    }
    const child = started;
    this.child = child;
    const splitter = new LineSplitter(
      longestLine,
      (line) => this.hear(line),
      () => this.kill(),
    );
    child.stdout.on("data", (chunk: Buffer) => splitter.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => {
      this.words = (this.words + chunk.toString("utf8")).slice(-2000);
    });
    // A write to a process that has just ended is no news: its end is told below.
    child.stdin.on("error", () => {});
    this.ended = new Promise((resolve) => {
      child.on("error", (error) => {
        if (child.pid === undefined) this.finish({ code: null, signal: null, words: error.message }, resolve);
      });
      child.on("close", (code, signal) => this.finish({ code, signal, words: this.words.trim() }, resolve));
    });
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Whether the process itself still runs; `alive` also waits for those that hold its output open. */
  get running(): boolean {
    return this.pid !== undefined && this.child?.exitCode === null && this.child.signalCode === null;
  }

  /** Says that nothing more is asked: the process ends by itself. */
  close(): void {
    this.child?.stdin.end();
  }

  /** Writes lines in one go. */
  send(...lines: string[]): void {
    if (this.alive && this.child?.stdin.writable) this.child.stdin.write(`${lines.join("\n")}\n`);
  }

  /** Asks the CLI; the answer is undefined when the process ends first. */
  request(request: ControlRequest): Promise<ControlResponse | undefined> {
    if (!this.alive) return Promise.resolve(undefined);
    this.requests += 1;
    const id = `r${this.requests}`;
    this.send(stdinLine.control(id, request));
    return new Promise((resolve) => this.answers.set(id, resolve));
  }

  /** Whether it still answers. One that has ended may not be known to have: its end takes a moment to be told. */
  async isAlive(withinMs: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, withinMs, undefined);
    });
    const answer = await Promise.race([this.request({ subtype: "list_models" }), late]);
    clearTimeout(timer);
    return answer !== undefined;
  }

  /** Holds back what the process says, for a reader that cannot keep up. */
  pause(paused: boolean): void {
    if (paused) this.child?.stdout.pause();
    else this.child?.stdout.resume();
  }

  /** Ends the process and its children: asked first, made to after {@link endsWithin}. */
  kill(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): void {
    const { pid } = this;
    if (!this.alive || pid === undefined) return;
    this.pause(false);
    killGroup(pid, signal);
    if (signal === "SIGKILL") return;
    const timer = setTimeout(() => killGroup(pid, "SIGKILL"), endsWithin);
    void this.ended.then(() => clearTimeout(timer));
  }

  private hear(line: string): void {
    const message = parseLine(line);
    if (!message) {
      // Not the protocol: nothing that follows can be trusted.
      this.words = `unexpected output: ${line.slice(0, 200)}`;
      this.kill();
      return;
    }
    if (message.type === "control_response") {
      this.answers.get(message.response.request_id)?.(message.response);
      this.answers.delete(message.response.request_id);
    } else this.onMessage(message);
  }

  private finish(ended: Ended, resolve: (ended: Ended) => void): void {
    if (!this.alive) return;
    this.alive = false;
    for (const answer of this.answers.values()) answer(undefined);
    this.answers.clear();
    resolve(ended);
  }
}
