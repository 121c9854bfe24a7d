import { Breath } from "./breath";
import { decode, type Entry } from "./record";

/** What a conversation's file holds, line by line. */
export interface Lines {
  entries: Entry[];
  /** Lines that are no JSON, as they were. */
  damaged: Buffer[];
  /** Whether the last of these is a write that was cut off: a crash leaves that, and it is nothing to tell of. */
  cutOff: boolean;
  /** The file's content without them; undefined when it can stay as it is. */
  repaired?: Buffer;
}

const LINE_FEED = 0x0a;
const OPENING_BRACE = 0x7b;

/**
 * Splits a file's bytes into entries, slice by slice. A write that was cut off leaves a last line that is damaged or
 * lacks its end.
 */
export async function readLines(bytes: Buffer): Promise<Lines> {
  const entries: Entry[] = [];
  const damaged: Buffer[] = [];
  const kept: Buffer[] = [];
  const breath = new Breath();
  let whole = true;
  let cutOff = false;
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed === -1 ? bytes.length : feed;
    const line = bytes.subarray(start, end);
    start = end + 1;
    if (breath.due()) await breath.take();
    const entry = decode(line.toString("utf8"));
    if (entry === "damaged") {
      whole = false;
      if (line.length > 0) damaged.push(line);
      cutOff = feed === -1 && line[0] === OPENING_BRACE;
      continue;
    }
    if (feed === -1) whole = false;
    if (entry !== "unknown") entries.push(entry);
    kept.push(line, Buffer.of(LINE_FEED));
  }
  return { entries, damaged, cutOff, ...(whole ? {} : { repaired: Buffer.concat(kept) }) };
}
