import type { Heard } from "./heard";
import { delays, gaps } from "./measure";
import type { ScriptedTurn } from "./script";

/** The times of one kind of turn, in milliseconds. */
export interface Times {
  first: number[];
  between: number[];
  /** From each token's write by the stand-in to its read by the client. */
  delay: number[];
  /** When each token was read, an answer at a time. */
  read: number[][];
}

/** Where a run's times are kept, by kind of turn in the order in which the kinds came up. */
export class Book {
  readonly kinds = new Map<string, Times>();
  /** From the client's breaking of its connection to the end of the stand-in's. */
  readonly bargeIns: number[] = [];

  note(kind: string, turn: ScriptedTurn, heard: Heard): void {
    const times = this.kinds.get(kind) ?? { first: [], between: [], delay: [], read: [] };
    this.kinds.set(kind, times);
    times.first.push(heard.firstAt - heard.askedAt);
    times.between.push(...gaps(heard.tokens));
    times.delay.push(...delays(turn.written, heard.tokens));
    times.read.push(heard.tokens);
  }

  of(kind: string): Times {
    return this.kinds.get(kind) ?? { first: [], between: [], delay: [], read: [] };
  }
}
