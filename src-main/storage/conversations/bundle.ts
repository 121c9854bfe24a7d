import { createReadStream } from "node:fs";
import { type FileHandle, readFile, stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import { z } from "zod";
import { Id } from "../../../src-shared/conversation";
import { Failure } from "../../failure";
import type { ConversationStore } from "../conversations";
import { fileFailure } from "../failure";
import { replaceFile } from "../replace-file";
import { ExchangeFile, readExchange } from "./exchange";

/** A conversation among others in one file: besides what it holds also where it stood in the list. */
const BundleItem = ExchangeFile.extend({ id: Id, updatedAt: z.number(), pinned: z.boolean() });
type BundleItem = z.infer<typeof BundleItem>;

const Bundle = z.object({
  format: z.literal("brainstem-conversations"),
  version: z.literal(1),
  conversations: z.array(BundleItem),
});

const head = '{"format":"brainstem-conversations","version":1,"conversations":[';
/** Bytes of a file that is read as a whole; one in the form it was written in may be of any size. */
const largestWhole = 200 * 1024 * 1024;
const foreign = () => new Failure("file_not_conversations");

/**
 * Writes every conversation into one JSON file, a line each, so that no size is too large. Resolves to how many;
 * rejects with a sentence, and then an older file of that name is still there.
 */
export async function exportAll(store: ConversationStore, file: string): Promise<number> {
  const list = store.list();
  try {
    await replaceFile(file, (handle) => writeItems(store, list, handle));
  } catch (error) {
    throw fileFailure("conversations_unexported", error);
  }
  return list.length;
}

async function writeItems(store: ConversationStore, list: ReturnType<ConversationStore["list"]>, handle: FileHandle) {
  await handle.writeFile(head);
  for (const [index, { id, updatedAt, pinned }] of list.entries()) {
    const item: BundleItem = { ...(await store.exportFile(id)), id, updatedAt, pinned };
    await handle.writeFile(`${index === 0 ? "" : ","}\n${JSON.stringify(item)}`);
  }
  await handle.writeFile("\n]}\n");
}

/**
 * Takes in what {@link exportAll} wrote, or a single conversation. Those that are here already stay as they are.
 * Nothing is taken in before all of it was understood. Rejects with a sentence.
 */
export async function importAll(store: ConversationStore, file: string): Promise<{ added: number; known: number }> {
  for await (const item of itemsOf(file)) void item;
  const here = new Set(store.list().map(({ id }) => id));
  let [added, known] = [0, 0];
  for await (const item of itemsOf(file)) {
    if ("id" in item && here.has(item.id)) known += 1;
    else {
      await store.importFile(item, "id" in item ? item : undefined);
      added += 1;
    }
  }
  return { added, known };
}

async function* itemsOf(file: string): AsyncGenerator<BundleItem | ExchangeFile> {
  const lines = createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Number.POSITIVE_INFINITY });
  let first = true;
  let whole = false;
  for await (const line of lines) {
    if (first && line !== head) {
      lines.close();
      yield* wholeFile(file);
      return;
    }
    first = false;
    whole ||= line === "]}";
    if (line === head || line === "]}" || line === "") continue;
    yield parse(BundleItem, line.replace(/^,|,$/g, ""));
  }
  if (first) throw foreign();
  if (!whole) throw new Failure("file_not_whole");
}

/** For a file that another program has laid out anew, and for a single conversation. */
async function* wholeFile(file: string): AsyncGenerator<BundleItem | ExchangeFile> {
  if ((await stat(file)).size > largestWhole) throw foreign();
  const text = await readFile(file, "utf8");
  if (/^\s*\{\s*"format"\s*:\s*"brainstem-conversations"/.test(text)) yield* parse(Bundle, text).conversations;
  else yield readExchange(text);
}

function parse<T>(schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw foreign();
  }
}
