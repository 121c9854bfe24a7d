/** The API takes no stop sequence of blanks alone; those are looked for here. */
export function splitStops(stops: readonly string[]): { sentByApi: string[]; foundHere: string[] } {
  return {
    sentByApi: stops.filter((stop) => stop.trim() !== ""),
    foundHere: stops.filter((stop) => stop.trim() === "" && stop !== ""),
  };
}

/** Passes text on until one of the stop texts begins; holds back only what may be the beginning of one. */
export class StopText {
  hit = false;
  private held = "";

  constructor(private readonly stops: readonly string[]) {}

  /** The text that is certainly before any stop text. */
  pass(text: string): string {
    if (this.hit) return "";
    const all = this.held + text;
    const at = Math.min(
      ...this.stops.map((stop) => all.indexOf(stop)).map((index) => (index === -1 ? Infinity : index)),
    );
    if (at !== Infinity) {
      this.hit = true;
      this.held = "";
      return all.slice(0, at);
    }
    const kept = Math.max(...this.stops.map((stop) => overlap(all, stop)));
    this.held = all.slice(all.length - kept);
    return all.slice(0, all.length - kept);
  }

  /** What was held back, when the text has ended without a stop text. */
  rest(): string {
    const { held } = this;
    this.held = "";
    return this.hit ? "" : held;
  }
}

/** Length of the longest end of `text` that is a beginning of `stop`. */
function overlap(text: string, stop: string): number {
  for (let length = Math.min(text.length, stop.length - 1); length > 0; length -= 1)
    if (text.endsWith(stop.slice(0, length))) return length;
  return 0;
}
