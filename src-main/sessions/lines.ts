import { Admission } from "../brain/admission";
import { Queue } from "../storage/queue";

/** What those who use one session share while they do. */
export interface Line {
  /** Lets one turn run at a time. */
  turns: Admission;
  /** The session's file is used by one at a time. */
  file: Queue;
  /** How often the session was forgotten meanwhile. */
  forgotten: number;
}

/** Turns of one session that may wait for each other. */
const maxQueue = 16;

/** One line a session, as long as anyone stands in it. */
export class Lines {
  private readonly lines = new Map<string, Line & { users: number }>();

  /** The line stays until the same number of calls of `leave` have come. */
  join(id: string): Line {
    const line = this.lines.get(id) ?? {
      turns: new Admission(
        () => ({ maxTurns: 1, maxQueue }),
        () => {},
      ),
      file: new Queue(),
      forgotten: 0,
      users: 0,
    };
    line.users += 1;
    this.lines.set(id, line);
    return line;
  }

  all(): Line[] {
    return [...this.lines.values()];
  }

  leave(id: string): void {
    const line = this.lines.get(id);
    if (!line) return;
    line.users -= 1;
    if (line.users === 0) this.lines.delete(id);
  }
}
