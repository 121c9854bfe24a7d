/** Halves of a surrogate pair that stand alone become U+FFFD: no UTF-8 exists for them. */
export const wholeText = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");

/** Keeps the first half of a split character until its second half arrives. */
export class WholeText {
  private held = "";

  /** What can be sent now; empty while only half a character is there. */
  push(piece: string): string {
    const text = this.held + piece;
    const last = text.charCodeAt(text.length - 1);
    this.held = last >= 0xd800 && last <= 0xdbff ? text.slice(-1) : "";
    return wholeText(this.held ? text.slice(0, -1) : text);
  }

  /** What is left once no more comes. */
  flush(): string {
    const rest = wholeText(this.held);
    this.held = "";
    return rest;
  }
}
