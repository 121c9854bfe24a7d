import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import { mkdir, readdir, rm, unlink } from "node:fs/promises";
import path from "node:path";
import {
  ChatMessage,
  type Conversation,
  type ConversationOptions,
  type ConversationSummary,
  type SearchHit,
} from "../../src-shared/conversation";
import { Failure } from "../failure";
import { type Cached, fileOf, readCatalog, writeCache } from "./conversations/catalog";
import { ConversationFile } from "./conversations/conversation-file";
import type { ExchangeFile } from "./conversations/exchange";
import { storable, tidyTitle } from "./conversations/record";
import { Search } from "./conversations/search";
import { fileFailure } from "./failure";
import { TEMPORARY } from "./replace-file";

/** The conversations on this machine. Rejections carry a sentence for a person; then nothing has changed. */
export interface ConversationStore {
  /** Pinned first, then the newest first. */
  list(): ConversationSummary[];
  /** The branch to the last message, with all text that has arrived; undefined for an unknown or removed one. */
  open(id: string): Promise<Conversation | undefined>;
  /** Conversations whose messages hold these words, pinned and newest first, at most 200. */
  search(text: string, signal: AbortSignal): Promise<SearchHit[]>;
  create(title: string, demo?: boolean): Promise<ConversationSummary>;
  /** All of it, for a file elsewhere. */
  exportFile(id: string): Promise<ExchangeFile>;
  /** A new conversation with what such a file holds. */
  importFile(content: ExchangeFile): Promise<ConversationSummary>;
  /** Adds a message; on the disk itself once resolved. One with the outcome `streaming` may {@link grow}. */
  append(id: string, message: ChatMessage): Promise<void>;
  /** Adds to a streaming message. Cheap, never fails; on disk within half a second. */
  grow(id: string, messageId: string, added: { text: string; thinking: string }): void;
  /** Saves the final form of a streaming message, also in a conversation that was removed meanwhile. */
  finish(id: string, message: ChatMessage): Promise<void>;
  rename(id: string, title: string): Promise<void>;
  pin(id: string, pinned: boolean): Promise<void>;
  /** What its turns ask for instead of the settings' own. */
  setOptions(id: string, options: ConversationOptions): Promise<void>;
  /** From now on {@link open} tells the branch through this message, down to what came last there. */
  showBranch(id: string, messageId: string): Promise<void>;
  /** Puts it aside until the next start; {@link restore} brings it back. */
  remove(id: string): Promise<void>;
  restore(id: string): Promise<void>;
  /** Both return the function that ends the subscription. */
  onChange(listener: (conversation: ConversationSummary) => void): () => void;
  onRemove(listener: (id: string) => void): () => void;
  /** Writes what is still in memory. Afterwards everything but {@link list} rejects. */
  close(): Promise<void>;
}

const FLUSH_MS = 250;
const CACHE_MS = 5000;

/** Opens the conversations of `home`, and for good drops those that were removed before. */
export async function openConversations(home: string): Promise<ConversationStore> {
  const folder = path.join(home, "conversations");
  const removedFolder = path.join(folder, ".removed");
  const events = new EventEmitter();
  const kept = new Map<string, ConversationFile>();
  const removed = new Map<string, ConversationFile>();
  const growing = new Set<ConversationFile>();
  const search = new Search();
  let flushTimer: NodeJS.Timeout | undefined;
  let cacheTimer: NodeJS.Timeout | undefined;
  let cacheWrite = Promise.resolve();
  let closed = false;

  await mkdir(folder, { recursive: true, mode: 0o700 });
  // On a read-only disk conversations can at least be read.
  await clearLeftovers(folder, removedFolder).catch(() => {});
  for (const cached of await readCatalog(folder)) {
    kept.set(cached.id, new ConversationFile(fileOf(folder, cached.id), cached));
  }

  /** The conversation that a change is about. */
  function find(id: string, places = [kept]): ConversationFile {
    if (closed) throw new Failure("conversations_closed");
    for (const place of places) {
      const file = place.get(id);
      if (file) return file;
    }
    throw new Failure("conversation_gone");
  }

  /** Saves a change, then tells of it. */
  async function change(file: ConversationFile, save: () => Promise<void>): Promise<void> {
    try {
      await save();
    } catch (error) {
      throw fileFailure("conversation_unsaved", error);
    }
    cacheTimer ??= setTimeout(saveCache, CACHE_MS).unref();
    if (kept.get(file.summary.id) === file) events.emit("change", file.summary);
  }

  /** A new conversation, once `fill` has written its file. */
  async function add(
    title: string,
    fill: (file: ConversationFile) => Promise<void>,
    more: Pick<ConversationSummary, "demo"> = {},
  ): Promise<ConversationSummary> {
    if (closed) throw new Failure("conversations_closed");
    const id = randomUUID();
    const at = Date.now();
    const summary = { id, title: tidyTitle(title) || "New chat", createdAt: at, updatedAt: at, pinned: false, ...more };
    const file = new ConversationFile(fileOf(folder, id), { ...summary, size: 0 });
    await change(file, () => fill(file));
    kept.set(id, file);
    events.emit("change", file.summary);
    return file.summary;
  }

  function read(file: ConversationFile): ReturnType<ConversationFile["messages"]> {
    return file.messages().catch((error: unknown) => {
      throw fileFailure("conversation_unread", error);
    });
  }

  function flush(): void {
    flushTimer = undefined;
    // What a full disk refuses stays in memory and goes out with the next write.
    for (const file of growing) file.flush().catch(() => {});
    growing.clear();
  }

  function saveCache(): void {
    cacheTimer = undefined;
    const conversations: Cached[] = [...kept.values()].map((file) => ({ ...file.summary, size: file.size }));
    // A missing or old cache only makes the next start slower.
    cacheWrite = cacheWrite.then(() => writeCache(folder, conversations)).catch(() => {});
  }

  return {
    list: () => [...kept.values()].map((file) => file.summary).sort(byPinThenNewest),
    async open(id) {
      if (closed) throw new Failure("conversations_closed");
      const file = kept.get(id);
      if (!file) return undefined;
      const { branch } = await read(file);
      return { ...file.summary, messages: branch };
    },
    async exportFile(id) {
      const file = find(id);
      const { branch, all } = await read(file);
      const { title, createdAt, options } = file.summary;
      return {
        format: "brainstem-conversation",
        version: 1,
        title,
        createdAt,
        ...(options ? { options } : {}),
        leafId: branch.at(-1)?.id ?? null,
        messages: all,
      };
    },
    importFile: (content) => add(content.title, (file) => file.takeIn(content)),
    search(text, signal) {
      const files = [...kept.values()].sort((a, b) => byPinThenNewest(a.summary, b.summary));
      const places = files.map(({ summary: { id }, size }) => ({ id, size, file: fileOf(folder, id) }));
      return search.find(text, places, signal);
    },
    create: (title, demo) => add(title, (file) => file.begin(), demo ? { demo } : {}),
    async append(id, message) {
      const file = find(id);
      await change(file, () => file.save(storable(message)));
    },
    grow(id, messageId, added) {
      const file = kept.get(id) ?? removed.get(id);
      if (closed || !file?.grow(messageId, added)) return;
      growing.add(file);
      flushTimer ??= setTimeout(flush, FLUSH_MS);
    },
    async finish(id, message) {
      const file = find(id, [kept, removed]);
      await change(file, () => file.save(storable(message)));
    },
    async rename(id, title) {
      const file = find(id);
      const tidy = tidyTitle(title);
      if (!tidy) throw new Failure("title_needed");
      await change(file, () => file.rename(tidy));
    },
    async pin(id, pinned) {
      const file = find(id);
      await change(file, () => file.pin(pinned));
    },
    async setOptions(id, options) {
      const file = find(id);
      await change(file, () => file.setOptions(options));
    },
    async showBranch(id, messageId) {
      const file = find(id);
      await change(file, () => file.showBranch(messageId));
    },
    async remove(id) {
      const file = find(id);
      kept.delete(id);
      removed.set(id, file);
      const moved = change(file, async () => {
        await mkdir(removedFolder, { recursive: true, mode: 0o700 });
        await file.moveTo(fileOf(removedFolder, id));
      });
      await moved.catch((error: unknown) => {
        removed.delete(id);
        kept.set(id, file);
        throw error;
      });
      events.emit("remove", id);
    },
    async restore(id) {
      const file = find(id, [removed]);
      await change(file, () => file.moveTo(fileOf(folder, id)));
      removed.delete(id);
      kept.set(id, file);
      events.emit("change", file.summary);
    },
    onChange: (listener) => subscribe("change", listener),
    onRemove: (listener) => subscribe("remove", listener),
    async close() {
      if (closed) return;
      closed = true;
      clearTimeout(flushTimer);
      clearTimeout(cacheTimer);
      await Promise.all([...kept.values(), ...removed.values()].map((file) => file.flush().catch(() => {})));
      saveCache();
      await cacheWrite;
    },
  };

  function subscribe<T>(event: string, listener: (value: T) => void): () => void {
    events.on(event, listener);
    return () => events.off(event, listener);
  }
}

function byPinThenNewest(a: ConversationSummary, b: ConversationSummary): number {
  return Number(b.pinned) - Number(a.pinned) || b.updatedAt - a.updatedAt || b.createdAt - a.createdAt;
}

/** Empties the bin of the last run and unfinished temporary files. */
async function clearLeftovers(folder: string, removedFolder: string): Promise<void> {
  await rm(removedFolder, { recursive: true, force: true });
  for (const name of await readdir(folder)) {
    if (name.endsWith(TEMPORARY)) await unlink(path.join(folder, name));
  }
}
