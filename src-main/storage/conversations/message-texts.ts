import { z } from "zod";
import type { Breath } from "./breath";

const Line = z.discriminatedUnion("type", [
  z.object({ type: z.literal("message"), message: z.object({ id: z.string(), text: z.string() }) }),
  z.object({ type: z.literal("append"), id: z.string(), text: z.string().default("") }),
]);

const LINE_FEED = 0x0a;
const QUOTE = 0x22;
const PICTURE = Buffer.from('"data":"');
/** Shorter lines are read as they are. */
const LONG_LINE = 50_000;

/**
 * What is said in a conversation's file, a text a message, on all branches, read slice by slice. Lines that say nothing
 * are passed over.
 */
export async function textsOf(bytes: Buffer, breath: Breath): Promise<string[]> {
  const texts = new Map<string, string>();
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed === -1 ? bytes.length : feed;
    const said = read(bytes.subarray(start, end));
    start = end + 1;
    if (breath.due()) await breath.take();
    if (said?.type === "message") texts.set(said.message.id, said.message.text);
    else if (said) texts.set(said.id, (texts.get(said.id) ?? "") + said.text);
  }
  return [...texts.values()];
}

function read(line: Buffer): z.infer<typeof Line> | undefined {
  try {
    return Line.safeParse(JSON.parse((line.length > LONG_LINE ? withoutPictures(line) : line).toString("utf8"))).data;
  } catch {
    return undefined;
  }
}

/** Megabytes of base64 need not be parsed. The bytes `"data":"` cannot stand inside of a JSON text. */
function withoutPictures(line: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let start = 0;
  for (let found = line.indexOf(PICTURE); found !== -1; found = line.indexOf(PICTURE, start)) {
    const data = found + PICTURE.length;
    const end = line.indexOf(QUOTE, data);
    if (end === -1) break;
    pieces.push(line.subarray(start, data));
    start = end;
  }
  return Buffer.concat([...pieces, line.subarray(start)]);
}
