import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { ConversationSummary, Id } from "../../../src-shared/conversation";
import { Failure } from "../../failure";
import { moveAside, replaceFile } from "../replace-file";
import { Journal } from "./journal";
import { readLines } from "./lines";
import { replay } from "./replay";

/** A summary with the size in bytes of the file that it was true for: files only grow, so size tells age. */
const Cached = ConversationSummary.extend({ size: z.number() });
export type Cached = z.infer<typeof Cached>;
const Cache = z.object({ v: z.literal(1), conversations: z.array(Cached) });

/** The form of the ids that we make: a file of another name may be anybody's. */
const OwnId = z.uuid();

const READERS = 8;

/** The file of a conversation in a folder. */
export function fileOf(folder: string, id: string): string {
  return path.join(folder, `${id}.jsonl`);
}

/**
 * Every conversation in the folder. Those that `index.json` knows at their present size come from there, the others
 * are read. One of ours that says nothing is kept aside; other files are left out (and alone). `problems` names
 * each that lost something.
 */
export async function readCatalog(folder: string, problems: Failure[]): Promise<Cached[]> {
  const [names, cached] = await Promise.all([readdir(folder), readCache(folder)]);
  const summaries: Cached[] = [];
  const unread: string[] = [];
  await Promise.all(
    names.map(async (name) => {
      const id = name.endsWith(".jsonl") ? name.slice(0, -".jsonl".length) : "";
      if (!Id.safeParse(id).success) return;
      const known = cached.get(id);
      const size = known && (await stat(fileOf(folder, id)).catch(() => undefined))?.size;
      if (known && known.size === size) summaries.push(known);
      else unread.push(id);
    }),
  );
  const readNext = async (): Promise<void> => {
    for (let id = unread.pop(); id !== undefined; id = unread.pop()) {
      const file = fileOf(folder, id);
      const found = await readOne(file, id).catch(() => undefined);
      if (found) summaries.push(found.summary);
      if (found?.damaged) problems.push(partLost(found.summary.title));
      else if (!found && OwnId.safeParse(id).success) {
        const kept = await moveAside(file).catch(() => undefined);
        problems.push(kept ? new Failure("conversation_kept", { kept }) : new Failure("conversation_lost"));
      }
    }
  };
  await Promise.all(Array.from({ length: READERS }, readNext));
  return summaries;
}

/** About a conversation of which something was put aside. */
export const partLost = (title: string): Failure => new Failure("conversation_part_lost", { title });

/** Undefined for a file that says nothing. Its damaged lines are put aside at once. */
async function readOne(file: string, id: string): Promise<{ summary: Cached; damaged: boolean } | undefined> {
  const bytes = await readFile(file);
  const { entries, repaired } = await readLines(bytes);
  const { summary } = replay(id, entries);
  if (!summary) return undefined;
  let damaged = false;
  const journal = new Journal(file, () => {
    damaged = true;
  });
  if (repaired) await journal.read();
  return { summary: { ...summary, size: journal.size ?? bytes.length }, damaged };
}

/** Saves the cache. */
export async function writeCache(folder: string, conversations: Cached[]): Promise<void> {
  await replaceFile(path.join(folder, "index.json"), JSON.stringify({ v: 1, conversations }));
}

async function readCache(folder: string): Promise<Map<string, Cached>> {
  try {
    const { conversations } = Cache.parse(JSON.parse(await readFile(path.join(folder, "index.json"), "utf8")));
    return new Map(conversations.map((cached) => [cached.id, cached]));
  } catch {
    return new Map();
  }
}
