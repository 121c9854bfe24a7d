import { constants } from "node:fs";
import { access, chmod, mkdir, readdir, stat, unlink } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { Failure } from "../failure";
import { fileFailure } from "./failure";
import { moveAside, TEMPORARY } from "./replace-file";

/**
 * The folder of all of Brainstem's data: `BRAINSTEM_HOME`, or the place that the platform has for it.
 * Always an absolute path; nothing is made or read.
 */
export function findHome(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  const { join, resolve, isAbsolute } = platform === "win32" ? path.win32 : path.posix;
  if (env["BRAINSTEM_HOME"]) return resolve(env["BRAINSTEM_HOME"]);
  if (platform === "win32") {
    return join(env["APPDATA"] || join(env["USERPROFILE"] || homedir(), "AppData", "Roaming"), "Brainstem");
  }
  const person = env["HOME"] || homedir();
  if (platform === "darwin") return join(person, "Library", "Application Support", "Brainstem");
  const configuration = env["XDG_CONFIG_HOME"];
  return join(configuration && isAbsolute(configuration) ? configuration : join(person, ".config"), "brainstem");
}

/**
 * Makes the folder, for this person alone (0700), and clears what interrupted writes left in it.
 * Rejects with a sentence when it cannot be made or written to.
 */
export async function prepareHome(home: string): Promise<void> {
  try {
    await mkdir(home, { recursive: true, mode: 0o700 });
    await access(home, constants.W_OK);
  } catch (error) {
    throw fileFailure("home_unusable", error, { folder: home });
  }
  const { mode } = await stat(home);
  if (mode & 0o077 && isOwn(home, mode)) await chmod(home, 0o700).catch(() => {});
  await clearTemporary(home).catch(() => {});
}

/** Moves files aside that stand where folders have to be; tells of each. */
export async function makeWay(home: string): Promise<Failure[]> {
  const problems: Failure[] = [];
  for (const name of ["conversations", "agents", "jobs", "sessions"]) {
    const found = await stat(path.join(home, name)).catch(() => undefined);
    if (!found || found.isDirectory()) continue;
    const kept = await moveAside(path.join(home, name)).catch(() => undefined);
    problems.push(kept ? new Failure("no_folder_kept", { name, kept }) : new Failure("no_folder", { name }));
  }
  return problems;
}

/** Removes temporary files of writes that never ended; a young one may belong to another process. */
export async function clearTemporary(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(TEMPORARY)) continue;
    const file = path.join(folder, name);
    const { mtimeMs } = await stat(file);
    if (Date.now() - mtimeMs > 60_000) await unlink(file);
  }
}

/** A person's whole home or a shared folder like /tmp stays as it is; the files inside are 0600 anyway. */
function isOwn(home: string, mode: number): boolean {
  const sticky = 0o1000;
  return process.platform !== "win32" && !(mode & sticky) && path.resolve(home) !== path.resolve(homedir());
}
