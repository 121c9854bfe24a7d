import { type FileHandle, open, rename, unlink } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf } from "./failure";

/** How the names of unfinished files end. */
export const TEMPORARY = ".brainstem-tmp";

/**
 * Replaces a file as a whole (0600): whatever happens, the old or the new content is there. Durable once resolved.
 * The writes of one path must not overlap. Rejects with the system's error and leaves the old file.
 * @param content all of it, or what writes it piece by piece.
 */
export async function replaceFile(
  file: string,
  content: string | Buffer | ((handle: FileHandle) => Promise<void>),
): Promise<void> {
  const temporary = `${file}.${process.pid}${TEMPORARY}`;
  try {
    const handle = await open(temporary, "w", 0o600);
    try {
      await (typeof content === "function" ? content(handle) : handle.writeFile(content));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renameFile(temporary, file);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw error;
  }
  await syncFolder(path.dirname(file));
}

/** Renames over an existing file; on Windows a virus scanner may hold it for a moment. */
async function renameFile(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(from, to);
    } catch (error) {
      const held = process.platform === "win32" && ["EPERM", "EACCES", "EBUSY"].includes(codeOf(error) ?? "");
      if (!held || attempt === 10) throw error;
      await sleep(attempt * 20);
    }
  }
}

/** Makes a rename durable. Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } catch (error) {
    // Some network file systems refuse it; the content itself has been synced already.
    if (codeOf(error) === "EIO") throw error;
  } finally {
    await handle.close();
  }
}

/** Moves a file that cannot be used out of the way, beside itself; returns its new name. */
export async function moveAside(file: string): Promise<string> {
  const stamp = new Date().toISOString().replace(/[:.]/g, "-");
  const aside = `${file}.broken-${stamp}`;
  await rename(file, aside);
  return path.basename(aside);
}
