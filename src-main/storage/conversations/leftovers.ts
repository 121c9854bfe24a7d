import { readdir, rm, unlink } from "node:fs/promises";
import path from "node:path";
import { TEMPORARY } from "../replace-file";

/** Empties the bin of the last run and unfinished temporary files. */
export async function clearLeftovers(folder: string, removedFolder: string): Promise<void> {
  await rm(removedFolder, { recursive: true, force: true });
  for (const name of await readdir(folder)) {
    if (name.endsWith(TEMPORARY)) await unlink(path.join(folder, name));
  }
}
