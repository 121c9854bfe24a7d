const shortEscapes: Record<string, string> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/**
 * Reads one text out of a JSON object that arrives in pieces, cut anywhere. What it has told is at any time a prefix of
 * the text as the whole JSON has it: an escape is told once it is complete, a pair of surrogates together. Nothing more
 * is told once the JSON turns out to be broken.
 */
export class SpokenArgument {
  /** Whether the argument has come and is a text. */
  found = false;
  private over = false;
  private depth = 0;
  private place: "key" | "value" = "key";
  private key = "";
  private string: "key" | "spoken" | "other" | undefined;
  /** The escape that is not complete yet, with its backslash. */
  private escape = "";
  private held = "";

  constructor(private readonly name: string) {}

  /** The part of the text that can be told now that `piece` is here; often empty. */
  push(piece: string): string {
    let text = this.held;
    this.held = "";
    for (let i = 0; i < piece.length && !this.over; i++) {
      const unit = piece.charAt(i);
      if (this.string === undefined) this.between(unit);
      else text += this.inside(unit);
    }
    if (this.string !== "spoken" || !/[\ud800-\udbff]$/.test(text)) return text;
    this.held = text.slice(-1);
    return text.slice(0, -1);
  }

  private between(unit: string): void {
    if (this.depth === 0) {
      if (unit === "{") this.depth = 1;
      else if (!/\s/.test(unit)) this.over = true;
    } else if (unit === '"') this.open();
    else if (unit === "{" || unit === "[") this.depth += 1;
    else if (unit === "}" || unit === "]") {
      this.depth -= 1;
      this.over = this.depth === 0;
    } else if (this.depth === 1 && unit === ":") this.place = "value";
    else if (this.depth === 1 && unit === ",") this.place = "key";
  }

  private open(): void {
    if (this.depth !== 1) this.string = "other";
    else if (this.place === "key") {
      this.string = "key";
      this.key = "";
    } else {
      this.string = this.key === this.name && !this.found ? "spoken" : "other";
      if (this.string === "spoken") this.found = true;
    }
  }

  private inside(unit: string): string {
    if (unit === '"' && this.escape === "") {
      this.string = undefined;
      return "";
    }
    const text = this.decode(unit);
    if (this.string === "key") this.key += text;
    return this.string === "spoken" ? text : "";
  }

  private decode(unit: string): string {
    if (this.escape === "" && unit !== "\\") return unit;
    if (this.escape === "" || (this.escape === "\\" && unit === "u")) {
      this.escape += unit;
      return "";
    }
    if (this.escape === "\\") {
      this.escape = "";
      const text = shortEscapes[unit];
      this.over = text === undefined;
      return text ?? "";
    }
    this.escape += unit;
    if (!/^\\u[0-9a-f]{1,4}$/i.test(this.escape)) this.over = true;
    if (this.over || this.escape.length < 6) return "";
    const code = Number.parseInt(this.escape.slice(2), 16);
    this.escape = "";
    return String.fromCharCode(code);
  }
}
