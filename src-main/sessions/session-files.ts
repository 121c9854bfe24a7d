import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, stat, unlink } from "node:fs/promises";
import path from "node:path";
import { emptyFolder } from "../storage/empty-folder";
import { codeOf } from "../storage/failure";
import { clearTemporary } from "../storage/home";
import { moveAside, replaceFile } from "../storage/replace-file";
import { SessionRecord } from "./session-record";

export interface SessionFiles {
  /** Undefined for one that is not there, too old, or could not be understood: such a file is kept aside. */
  read(id: string): Promise<SessionRecord | undefined>;
  /** Durable once resolved; the sessions that are too many then go. Calls for one id must not overlap. */
  write(record: SessionRecord): Promise<void>;
  /** Resolves to whether there was one. */
  remove(id: string): Promise<boolean>;
  /** Removes the sessions that are too old or too many. */
  prune(): Promise<void>;
  count(): Promise<number>;
  /** Removes all of them, and what was kept aside. */
  removeAll(): Promise<void>;
}

interface Bounds {
  maxSessions: number;
  maxAgeDays: number;
}

const dayMs = 86_400_000;

/** A file a session in `folder` (made 0700, files 0600), named by a hash: an id is never part of a path. */
export function createSessionFiles(folder: string, bounds: () => Bounds): SessionFiles {
  const fileOf = (name: string) => path.join(folder, name);
  const isOld = (at: number) => Date.now() - at > bounds().maxAgeDays * dayMs;
  let listing: Promise<Map<string, number>> | undefined;

  /** When each file was last written, the oldest first. */
  const known = () => {
    listing ??= list(folder);
    listing.catch(() => {
      listing = undefined;
    });
    return listing;
  };

  async function removeFile(name: string): Promise<void> {
    (await known()).delete(name);
    await unlink(fileOf(name)).catch((error: unknown) => {
      if (codeOf(error) !== "ENOENT") throw error;
    });
  }

  async function prune(): Promise<void> {
    const files = await known();
    for (const [name, at] of [...files]) {
      if (!isOld(at) && files.size <= bounds().maxSessions) return;
      await removeFile(name);
    }
  }

  return {
    async read(id) {
      const name = nameOf(id);
      const at = (await known()).get(name);
      if (at === undefined) return undefined;
      if (isOld(at)) {
        await removeFile(name);
        return undefined;
      }
      const record = await understand(fileOf(name));
      if (record?.id === id) return record;
      (await known()).delete(name);
      return undefined;
    },
    async write(record) {
      const files = await known();
      const name = nameOf(record.id);
      // First in the list, as the newest: what makes room for others must not take it meanwhile.
      files.delete(name);
      files.set(name, Date.now());
      await replaceFile(fileOf(name), JSON.stringify(record));
      // What cannot be removed now is tried again with the next turn.
      await prune().catch(() => {});
    },
    async remove(id) {
      const name = nameOf(id);
      const at = (await known()).get(name);
      await removeFile(name);
      return at !== undefined && !isOld(at);
    },
    prune,
    count: async () => (await known()).size,
    async removeAll() {
      (await known()).clear();
      await emptyFolder(folder);
    },
  };
}

const nameOf = (id: string) => `${createHash("sha256").update(id).digest("hex")}.json`;

/** Undefined for a file that is gone, and for one that is no session: it is moved aside. */
async function understand(file: string): Promise<SessionRecord | undefined> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return SessionRecord.parse(JSON.parse(text));
  } catch {
    await moveAside(file);
    return undefined;
  }
}

async function list(folder: string): Promise<Map<string, number>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await clearTemporary(folder).catch(() => {});
  const names = (await readdir(folder)).filter((name) => /^[0-9a-f]{64}\.json$/.test(name));
  const files = await Promise.all(
    names.map(async (name): Promise<[string, number]> => [name, (await stat(path.join(folder, name))).mtimeMs]),
  );
  return new Map(files.sort(([, a], [, b]) => a - b));
}
