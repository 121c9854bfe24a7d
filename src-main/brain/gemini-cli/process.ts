import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { LineSplitter } from "../claude-cli/process/lines";
import { EventQueue } from "../event-queue";
import { killGroup } from "../programs/kill";

/** A line longer than this is no answer of the CLI; the process is ended. */
const longestLine = 16 * 1024 * 1024;
/** Lines that may wait for a slow reader before the process is held back. */
const mostWaiting = 256;

/** How a process ended; `words` is the end of what it wrote to stderr. */
export interface Ended {
  code: number | null;
  words: string;
}

/** The process of one turn: its prompt in, its lines out, and its end. */
export class GeminiProcess {
  readonly lines: AsyncIterable<string>;
  /** Resolves once, when the process is gone (or never came to be). */
  readonly ended: Promise<Ended>;

  constructor(
    private readonly child: ChildProcessWithoutNullStreams,
    prompt: string,
  ) {
    const lines = new EventQueue<string>((waiting) => {
      if (waiting > mostWaiting) child.stdout.pause();
      else if (child.stdout.isPaused()) child.stdout.resume();
    });
    const splitter = new LineSplitter(
      longestLine,
      (line) => lines.push(line),
      () => this.kill(),
    );
    let words = "";
    child.stdout.on("data", (chunk: Buffer) => splitter.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => {
      words = (words + chunk.toString("utf8")).slice(-4000);
    });
    // A write to a process that has just ended is no news: its end is told below.
    child.stdin.on("error", () => {});
    child.stdin.end(prompt);
    this.lines = lines;
    this.ended = new Promise((resolve) => {
      const finish = (ended: Ended) => {
        lines.end();
        resolve(ended);
      };
      child.on("error", (error) => child.pid === undefined && finish({ code: null, words: error.message }));
      child.on("close", (code) => finish({ code, words: words.trim() }));
    });
  }

  /** Ends the process and its children at once: it holds nothing that is worth keeping. */
  kill(): void {
    const { pid, exitCode, signalCode } = this.child;
    this.child.stdout.resume();
    if (pid !== undefined && exitCode === null && signalCode === null) killGroup(pid, "SIGKILL");
  }
}
