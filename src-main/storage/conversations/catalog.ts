import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { ConversationSummary, Id } from "../../../src-shared/conversation";
import { replaceFile } from "../replace-file";
import { readLines } from "./lines";
import { replay } from "./replay";

/** A summary with the size in bytes of the file that it was true for: files only grow, so size tells age. */
const Cached = ConversationSummary.extend({ size: z.number() });
export type Cached = z.infer<typeof Cached>;
const Cache = z.object({ v: z.literal(1), conversations: z.array(Cached) });

const READERS = 8;

/** The file of a conversation in a folder. */
export function fileOf(folder: string, id: string): string {
  return path.join(folder, `${id}.jsonl`);
}

/**
 * Every conversation in the folder. Those that `index.json` knows at their present size come from there, the others
 * are read; files that say nothing are left out (and alone).
 */
export async function readCatalog(folder: string): Promise<Cached[]> {
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
      const bytes = await readFile(fileOf(folder, id)).catch(() => Buffer.alloc(0));
      const { summary } = replay(id, (await readLines(bytes)).entries);
      if (summary) summaries.push({ ...summary, size: bytes.length });
    }
  };
  await Promise.all(Array.from({ length: READERS }, readNext));
  return summaries;
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
