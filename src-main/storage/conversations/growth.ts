import type { Entry } from "./record";

type Grown = Extract<Entry, { type: "append" }>;

/** Text that streaming messages of one conversation grew by and that is not on disk yet. */
export class Growth {
  private readonly pieces = new Map<string, { text: string[]; thinking: string[] }>();

  /** Cheap: keeps references to the two strings, copies nothing. */
  add(messageId: string, added: { text: string; thinking: string }): void {
    if (!added.text && !added.thinking) return;
    const pieces = this.pieces.get(messageId) ?? { text: [], thinking: [] };
    this.pieces.set(messageId, pieces);
    if (added.text) pieces.text.push(added.text);
    if (added.thinking) pieces.thinking.push(added.thinking);
  }

  /** The text as entries, one a message; it stays here. */
  entries(): Grown[] {
    return [...this.pieces].map(([id, { text, thinking }]) => ({
      v: 1,
      type: "append",
      id,
      text: text.join(""),
      thinking: thinking.join(""),
    }));
  }

  /** As {@link entries}, and takes it out: the caller writes it, or puts it back. */
  take(): Grown[] {
    const entries = this.entries();
    this.pieces.clear();
    return entries;
  }

  /** Puts back what could not be written, in front of what came meanwhile. */
  putBack(entries: Grown[]): void {
    for (const { id, text, thinking } of entries) {
      const newer = this.pieces.get(id) ?? { text: [], thinking: [] };
      this.pieces.set(id, { text: [text, ...newer.text], thinking: [thinking, ...newer.thinking] });
    }
  }
}
