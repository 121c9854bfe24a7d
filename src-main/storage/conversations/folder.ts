import { readdir, rm, unlink } from "node:fs/promises";
import path from "node:path";
import type { ConversationSummary } from "../../../src-shared/conversation";
import { TEMPORARY } from "../replace-file";

/** How conversations are listed: pinned first, then the newest first. */
export function byPinThenNewest(a: ConversationSummary, b: ConversationSummary): number {
  return Number(b.pinned) - Number(a.pinned) || b.updatedAt - a.updatedAt || b.createdAt - a.createdAt;
}

/** Empties the bin of the last run and unfinished temporary files. */
export async function clearLeftovers(folder: string, removedFolder: string): Promise<void> {
  await rm(removedFolder, { recursive: true, force: true });
  for (const name of await readdir(folder)) {
    if (name.endsWith(TEMPORARY)) await unlink(path.join(folder, name));
  }
}
