import { mkdir, readdir, readFile, stat, unlink } from "node:fs/promises";
import path from "node:path";
import { Attachments } from "../../src-shared/drafts";
import { emptyFolder } from "./empty-folder";
import { codeOf, fileFailure } from "./failure";
import { Queue } from "./queue";
import { replaceFile } from "./replace-file";

/** The pictures and files of messages that are not sent yet, a file each, so that they outlive the window. */
export interface DraftStore {
  /** None where nothing is kept, or what is kept cannot be read. */
  read(chat: string): Promise<Attachments>;
  /** Replaces what is kept; none removes the file. Rejects with a sentence. */
  keep(chat: string, attachments: Attachments): Promise<void>;
  /** Removes those of chats that are no more; `new` is the one that has no conversation yet. */
  prune(conversations: readonly string[]): Promise<void>;
  clear(): Promise<void>;
}

const none: Attachments = { pictures: [], files: [] };
const ending = ".json";

/** Opens the folder `drafts` in `home`. Past `mostBytes` of all together the oldest are let go. */
export function openDrafts(home: string, mostBytes = 200 * 1024 * 1024): DraftStore {
  const folder = path.join(home, "drafts");
  const queue = new Queue();
  const fileOf = (chat: string) => path.join(folder, chat + ending);
  const names = () => readdir(folder).catch((): string[] => []);

  return {
    read: (chat) =>
      queue.run(async () => {
        const text = await readFile(fileOf(chat), "utf8").catch(() => "");
        try {
          return Attachments.parse(JSON.parse(text));
        } catch {
          return none;
        }
      }),
    keep: (chat, attachments) =>
      queue.run(async () => {
        if (attachments.pictures.length + attachments.files.length === 0) return erase(fileOf(chat));
        try {
          await mkdir(folder, { recursive: true, mode: 0o700 });
          await replaceFile(fileOf(chat), JSON.stringify(attachments));
        } catch (error) {
          throw fileFailure("draft_unkept", error);
        }
        await bound();
      }),
    prune: (conversations) =>
      queue.run(async () => {
        const kept = new Set(["new", ...conversations].map((chat) => chat + ending));
        for (const name of await names()) if (!kept.has(name)) await erase(path.join(folder, name));
      }),
    clear: () =>
      queue.run(() =>
        emptyFolder(folder).catch((error: unknown) => {
          throw fileFailure("draft_unremoved", error);
        }),
      ),
  };

  async function bound(): Promise<void> {
    const files = await Promise.all(
      (await names()).map(async (name) => ({
        file: path.join(folder, name),
        ...(await sizeOf(path.join(folder, name))),
      })),
    );
    let held = files.reduce((sum, { size }) => sum + size, 0);
    for (const { file, size } of files.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
      if (held <= mostBytes) return;
      await erase(file);
      held -= size;
    }
  }
}

const sizeOf = (file: string) => stat(file).catch(() => ({ size: 0, mtimeMs: 0 }));

async function erase(file: string): Promise<void> {
  await unlink(file).catch((error: unknown) => {
    if (codeOf(error) !== "ENOENT") throw fileFailure("draft_unremoved", error);
  });
}
