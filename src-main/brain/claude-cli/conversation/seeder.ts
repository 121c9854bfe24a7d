import type { CliProcess } from "../process/process";
import { stdinLine } from "../process/protocol";
import type { HistoryLine } from "./history";

/** Tells a process what was said before its first question. */
export class Seeder {
  private answered: (() => void) | undefined;

  constructor(private readonly process: CliProcess) {}

  /** Adds lines, as long as it is `wanted`. A user line is followed only after its own empty `result`: else the order is lost. */
  async add(lines: readonly HistoryLine[], wanted: () => boolean): Promise<void> {
    for (const line of lines) {
      if (!wanted()) return;
      if (line.role === "assistant") {
        this.process.send(stdinLine.assistant(line.content));
        continue;
      }
      const answered = new Promise<void>((resolve) => {
        this.answered = resolve;
      });
      this.process.send(stdinLine.user(line.content, false));
      await answered;
    }
  }

  /** Takes a `result`, or the process's end; false when no line waits for one. */
  hearResult(): boolean {
    const { answered } = this;
    this.answered = undefined;
    answered?.();
    return answered !== undefined;
  }
}
