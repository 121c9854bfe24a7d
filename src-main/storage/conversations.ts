import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import type {
  ChatMessage,
  Conversation,
  ConversationOptions,
  ConversationSummary,
  SearchHit,
} from "../../src-shared/conversation";
import { Failure } from "../failure";
import { createListeners } from "../listeners";
import { type Cached, fileOf, partLost, readCatalog } from "./conversations/catalog";
import { ConversationFile } from "./conversations/conversation-file";
import type { ExchangeFile } from "./conversations/exchange";
import { byPinThenNewest, clearLeftovers } from "./conversations/folder";
import { Growing } from "./conversations/growing";
import { nextMoment } from "./conversations/next-moment";
import { storable, tidyTitle } from "./conversations/record";
import { Search } from "./conversations/search";
import { SummaryCache } from "./conversations/summary-cache";
import { Unsaved } from "./conversations/unsaved";
import { emptyFolder } from "./empty-folder";
import { fileFailure } from "./failure";

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
  /** A new conversation with what such a file holds; `as`: with the id, if it is free, and the place it had. */
  importFile(content: ExchangeFile, as?: Omit<ConversationSummary, "title">): Promise<ConversationSummary>;
  /**
   * Adds a message; on the disk itself once resolved, or in memory until the disk takes it again ({@link onUnsaved}).
   * One with the outcome `streaming` may {@link grow}.
   */
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
  /** Deletes all of them for good, those that were put aside too. */
  removeAll(): Promise<void>;
  /** Both return the function that ends the subscription. */
  onChange(listener: (conversation: ConversationSummary) => void): () => void;
  onRemove(listener: (id: string) => void): () => void;
  /** What could not be read at start. */
  problems: Failure[];
  /** Told of what turns out later to be damaged. */
  onDamaged(listener: (what: Failure) => void): () => void;
  /** Told why messages wait in memory to be saved, and with undefined once they are. */
  onUnsaved(listener: (why: Failure | undefined) => void): () => void;
  /** Writes what is still in memory. Afterwards everything but {@link list} rejects. */
  close(): Promise<void>;
}

/** Opens the conversations of `home`, and for good drops those that were removed before. */
export async function openConversations(home: string): Promise<ConversationStore> {
  const folder = path.join(home, "conversations");
  const removedFolder = path.join(folder, ".removed");
  const changes = createListeners<ConversationSummary>();
  const removals = createListeners<string>();
  const damages = createListeners<Failure>();
  const waits = createListeners<Failure | undefined>();
  const kept = new Map<string, ConversationFile>();
  const removed = new Map<string, ConversationFile>();
  const unsaved = new Unsaved(waits.tell);
  const growing = new Growing((file, error) => unsaved.add(file, error));
  const cache = new SummaryCache(folder, () =>
    [...kept.values()].map((file) => ({ ...file.summary, size: file.size })),
  );
  const search = new Search((id) => fileOf(folder, id));
  let closed = false;

  await mkdir(folder, { recursive: true, mode: 0o700 });
  // On a read-only disk conversations can at least be read.
  await clearLeftovers(folder, removedFolder).catch(() => {});
  const problems: Failure[] = [];
  for (const cached of await readCatalog(folder, problems)) kept.set(cached.id, fileFor(cached));

  function fileFor(cached: Cached): ConversationFile {
    return new ConversationFile(fileOf(folder, cached.id), cached, {
      now: () => nextMoment(kept.values()),
      damaged: (file) => damages.tell(partLost(file.summary.title)),
      kept: (file, error) => unsaved.add(file, error),
    });
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
    cache.saveSoon();
    if (kept.get(file.summary.id) === file) changes.tell(file.summary);
  }

  const alter = async (id: string, save: (file: ConversationFile) => Promise<void>): Promise<void> => {
    const file = find(id);
    await change(file, () => save(file));
  };

  /** A new conversation, once `fill` has written its file. */
  async function add(
    title: string,
    fill: (file: ConversationFile) => Promise<void>,
    as?: Partial<Omit<ConversationSummary, "title">>,
  ): Promise<ConversationSummary> {
    if (closed) throw new Failure("conversations_closed");
    const id = as?.id && !kept.has(as.id) && !removed.has(as.id) ? as.id : randomUUID();
    const at = nextMoment(kept.values());
    const { createdAt = at, updatedAt = at, demo } = as ?? {};
    const more = demo ? { demo } : {};
    const summary = { id, title: tidyTitle(title) || "New chat", createdAt, updatedAt, pinned: false, ...more };
    const file = fileFor({ ...summary, size: 0 });
    await change(file, () => fill(file));
    kept.set(id, file);
    changes.tell(file.summary);
    return file.summary;
  }

  function unreadable(error: unknown): never {
    throw fileFailure("conversation_unread", error);
  }

  return {
    problems,
    onDamaged: damages.on,
    onUnsaved: waits.on,
    list: () => [...kept.values()].map((file) => file.summary).sort(byPinThenNewest),
    async open(id) {
      if (closed) throw new Failure("conversations_closed");
      const file = kept.get(id);
      if (!file) return undefined;
      const { branch } = await file.messages().catch(unreadable);
      return { ...file.summary, messages: branch };
    },
    async exportFile(id) {
      return find(id).exported().catch(unreadable);
    },
    importFile: (content, as) =>
      add(content.title, (file) => file.takeIn(content).then(() => (as?.pinned ? file.pin(true) : undefined)), as),
    search(text, signal) {
      const files = [...kept.values()].sort((a, b) => byPinThenNewest(a.summary, b.summary));
      return search.find(text, files, signal);
    },
    create: (title, demo) => add(title, (file) => file.begin(), demo ? { demo } : {}),
    append: (id, message) => alter(id, (file) => file.save(storable(message))),
    grow(id, messageId, added) {
      const file = kept.get(id) ?? removed.get(id);
      if (closed || !file?.grow(messageId, added)) return;
      growing.add(file);
    },
    async finish(id, message) {
      const file = find(id, [kept, removed]);
      await change(file, () => file.save(storable(message)));
    },
    async rename(id, title) {
      const tidy = tidyTitle(title);
      if (!tidy) throw new Failure("title_needed");
      await alter(id, (file) => file.rename(tidy));
    },
    pin: (id, pinned) => alter(id, (file) => file.pin(pinned)),
    setOptions: (id, options) => alter(id, (file) => file.setOptions(options)),
    showBranch: (id, messageId) => alter(id, (file) => file.showBranch(messageId)),
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
      removals.tell(id);
    },
    async restore(id) {
      const file = find(id, [removed]);
      await change(file, () => file.moveTo(fileOf(folder, id)));
      removed.delete(id);
      kept.set(id, file);
      changes.tell(file.summary);
    },
    async removeAll() {
      if (closed) throw new Failure("conversations_closed");
      const [gone, files] = [[...kept.keys()], [...kept.values(), ...removed.values()]];
      for (const each of [kept, removed, growing, unsaved]) each.clear();
      search.forget();
      for (const id of gone) removals.tell(id);
      // What is being written is waited for, so that nothing comes after the end.
      await Promise.all([cache.settled(), ...files.map((file) => file.settled())]);
      await emptyFolder(folder).catch((error: unknown) => {
        throw fileFailure("conversations_undeleted", error);
      });
    },
    onChange: changes.on,
    onRemove: removals.on,
    async close() {
      if (closed) return;
      closed = true;
      growing.clear();
      unsaved.close();
      await Promise.all([...kept.values(), ...removed.values()].map((file) => file.flush().catch(() => {})));
      await cache.close();
    },
  };
}
