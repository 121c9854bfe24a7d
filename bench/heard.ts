/** What a client heard of one answer, and when; every time is `performance.now()` of this process. */
export interface Heard {
  askedAt: number;
  /** When the first word or tool call was read. */
  firstAt: number;
  /** When each token was read. */
  tokens: number[];
  /** Events that carried text: as many as tokens when none were joined. */
  events: number;
  /** Reads (of a socket or a pipe) that brought text. */
  reads: number;
  text: string;
  toolCallId: string;
  /** When the client left, if it did. */
  leftAt: number;
}

/** Notes what arrives during one answer. */
export class Ear {
  readonly heard: Heard;
  private lastRead = -1;

  constructor() {
    const never = Number.NaN;
    const none = { tokens: [], events: 0, reads: 0, text: "", toolCallId: "" };
    this.heard = { askedAt: performance.now(), firstAt: never, leftAt: never, ...none };
  }

  /** `readAt`: when the read returned that brought this text. */
  text(text: string, readAt: number): void {
    const { heard } = this;
    this.first(readAt);
    heard.text += text;
    heard.events += 1;
    if (readAt !== this.lastRead) heard.reads += 1;
    this.lastRead = readAt;
    for (const _ of text.matchAll(/\bw\d+ /g)) heard.tokens.push(readAt);
  }

  toolCall(id: string, readAt: number): void {
    this.first(readAt);
    this.heard.toolCallId = id;
  }

  private first(readAt: number): void {
    if (Number.isNaN(this.heard.firstAt)) this.heard.firstAt = readAt;
  }
}

/** Calls `line` with each whole line of what is pushed. */
export class Lines {
  private rest = "";

  constructor(private readonly line: (text: string) => void) {}

  push(piece: string): void {
    const lines = (this.rest + piece).split("\n");
    this.rest = lines.pop() ?? "";
    for (const line of lines) if (line.trim()) this.line(line);
  }
}
