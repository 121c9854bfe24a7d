import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { codeOf } from "./failure";

/**
 * Removes whatever lies in a folder, what was kept aside in it and unfinished files among it, but for `except`; and what
 * was kept aside of a file that stood in the folder's own place. Rejects with the system's error, after all else is gone.
 */
export async function emptyFolder(folder: string, except: (name: string) => boolean = () => false): Promise<void> {
  const inside = (await namesIn(folder)).filter((name) => !except(name));
  const aside = (await namesIn(path.dirname(folder))).filter((name) =>
    name.startsWith(`${path.basename(folder)}.broken-`),
  );
  const gone = await Promise.allSettled(
    [
      ...inside.map((name) => path.join(folder, name)),
      ...aside.map((name) => path.join(path.dirname(folder), name)),
    ].map((place) => rm(place, { recursive: true, force: true })),
  );
  for (const each of gone) if (each.status === "rejected") throw each.reason;
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  });
}
