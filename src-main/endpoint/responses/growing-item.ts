import type { Item } from "./items";

/** An event of the stream, without its number. */
export interface OutputEvent {
  type: string;
  [field: string]: unknown;
}

/** How an item ends: `incomplete` where the answer was cut off. */
export type Status = "completed" | "incomplete";

/** An item of an answer while it grows; each step is told by events. */
export interface GrowingItem {
  /** Its place in the answer: `output_index`. */
  readonly at: number;
  begin(): OutputEvent[];
  push(piece: string): OutputEvent[];
  end(status: Status): OutputEvent[];
  /** The item as it is; whole only once it has ended. */
  item(status: Status | "in_progress"): Item;
}
