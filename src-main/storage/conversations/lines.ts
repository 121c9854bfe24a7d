import { Breath } from "./breath";
import { decode, type Entry } from "./record";

/** What a conversation's file holds, line by line. */
export interface Lines {
  entries: Entry[];
  /** Lines that are no JSON, as they were. */
  damaged: Buffer[];
  /** The file's content without them; undefined when it can stay as it is. */
  repaired?: Buffer;
}

const LINE_FEED = 0x0a;

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
      continue;
    }
    if (feed === -1) whole = false;
    if (entry !== "unknown") entries.push(entry);
    kept.push(line, Buffer.of(LINE_FEED));
  }
  return whole ? { entries, damaged } : { entries, damaged, repaired: Buffer.concat(kept) };
}
