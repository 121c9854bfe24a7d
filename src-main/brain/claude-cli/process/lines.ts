/** Splits a byte stream into lines without copying more than the line that crosses a chunk's edge. */
export class LineSplitter {
  private pieces: Buffer[] = [];
  private size = 0;

  /** `limit`: bytes a single line may have before `overflow` is called and its pieces are dropped. */
  constructor(
    private readonly limit: number,
    private readonly line: (text: string) => void,
    private readonly overflow: () => void,
  ) {}

  push(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      this.keep(chunk.subarray(start, end));
      this.flush();
      start = end + 1;
    }
    if (start < chunk.length) this.keep(chunk.subarray(start));
  }

  private keep(piece: Buffer): void {
    this.size += piece.length;
    if (this.size <= this.limit) {
      this.pieces.push(piece);
      return;
    }
    this.pieces = [];
    this.size = 0;
    this.overflow();
  }

  private flush(): void {
    const [only] = this.pieces;
    const text = this.pieces.length === 1 && only ? only.toString("utf8") : Buffer.concat(this.pieces).toString("utf8");
    this.pieces = [];
    this.size = 0;
    if (text.trim()) this.line(text);
  }
}
