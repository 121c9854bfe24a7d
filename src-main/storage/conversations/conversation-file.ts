import { setImmediate } from "node:timers/promises";
import type { ChatMessage, ConversationOptions, ConversationSummary } from "../../../src-shared/conversation";
import { mayPass } from "../failure";
import { Queue } from "../queue";
import type { Cached } from "./catalog";
import type { ExchangeFile } from "./exchange";
import { Growth } from "./growth";
import { Journal } from "./journal";
import type { Entry } from "./record";
import { type Replayed, replay } from "./replay";

/** What is around a conversation's file: the clock, and who hears of it. */
export interface Around {
  /** Milliseconds since 1970, later than all before. */
  now(): number;
  /** Part of it could not be read and was put aside. */
  damaged(file: ConversationFile): void;
  /** The disk refused what was to be saved; it is kept, and {@link ConversationFile.flush} tries again. */
  kept(file: ConversationFile, error: unknown): void;
}

/** One conversation on disk and what of it is in memory. Everything goes in the order of the calls. */
export class ConversationFile {
  summary: ConversationSummary;
  private readonly journal: Journal;
  private readonly queue = new Queue();
  private readonly growth = new Growth();
  /** Messages that this run streams; any other `streaming` one was cut off by a crash. */
  private readonly live = new Set<string>();
  private readonly sizeAtStart: number;
  /** What the disk has refused and a later write brings; in order, and in front of what grew since. */
  private waiting: Entry[] = [];
  private begun: boolean;

  /** A `size` of 0: the file is still to be made. */
  constructor(
    file: string,
    { size, ...summary }: Cached,
    private readonly around: Around,
  ) {
    this.journal = new Journal(file, () => around.damaged(this));
    this.summary = summary;
    this.sizeAtStart = size;
    this.begun = size > 0;
  }

  /** Bytes on disk, for the cache. */
  get size(): number {
    return this.journal.size ?? this.sizeAtStart;
  }

  begin(): Promise<void> {
    const { title, createdAt, demo } = this.summary;
    const created = { v: 1, type: "created", title, at: createdAt, ...(demo ? { demo } : {}) } as const;
    return this.queue.run(() => this.put([created], true));
  }

  /** {@link begin} with all that a file brought. */
  async takeIn({ options, messages, leafId }: ExchangeFile): Promise<void> {
    const { updatedAt: at } = this.summary;
    await this.begin();
    const said = messages.map(({ siblings: _told, ...message }): Entry => {
      const ended = message.outcome === "streaming" ? { ...message, outcome: "cut_off" as const } : message;
      return { v: 1, type: "message", message: ended, at };
    });
    const shown: Entry[] = leafId === null ? [] : [{ v: 1, type: "branch", id: leafId }];
    await this.queue.run(() => this.put([...said, ...shown], true));
    if (options) await this.setOptions(options);
  }

  /** The shown branch and the messages of all, with the text that is not on disk yet. */
  messages(): Promise<Pick<Replayed, "branch" | "all">> {
    return this.queue.run(async () => {
      const onDisk = this.begun ? await this.journal.read() : [];
      // A long one takes its time to be read, to be put together and to be told: others have their turn in between.
      await setImmediate();
      const { branch, all } = replay(this.summary.id, [...onDisk, ...this.waiting, ...this.growth.entries()]);
      await setImmediate();
      const ended = (message: ChatMessage): ChatMessage =>
        message.outcome === "streaming" && !this.live.has(message.id) ? { ...message, outcome: "cut_off" } : message;
      return { branch: branch.map(ended), all: all.map(ended) };
    });
  }

  /** All of it, for a file elsewhere. */
  async exported(): Promise<ExchangeFile> {
    const { branch, all } = await this.messages();
    const { title, createdAt, options } = this.summary;
    return {
      format: "brainstem-conversation",
      version: 1,
      title,
      createdAt,
      ...(options ? { options } : {}),
      leafId: branch.at(-1)?.id ?? null,
      messages: all,
    };
  }

  /** Writes a new message or the newer form of one. */
  async save(message: ChatMessage): Promise<void> {
    const streaming = message.outcome === "streaming";
    if (streaming) this.live.add(message.id);
    const at = this.around.now();
    let saved = false;
    try {
      await this.write({ v: 1, type: "message", message, at }, { updatedAt: at }, true);
      saved = true;
    } finally {
      if (!streaming || !saved) this.live.delete(message.id);
    }
  }

  /** Notes what a streaming message grew by; false when it does not stream. */
  grow(messageId: string, added: { text: string; thinking: string }): boolean {
    if (!this.live.has(messageId)) return false;
    this.growth.add(messageId, added);
    return true;
  }

  rename(title: string): Promise<void> {
    return this.write({ v: 1, type: "title", title }, { title });
  }

  pin(pinned: boolean): Promise<void> {
    return this.write({ v: 1, type: "pinned", pinned }, { pinned });
  }

  setOptions(options: ConversationOptions): Promise<void> {
    return this.write({ v: 1, type: "options", options }, { options });
  }

  showBranch(messageId: string): Promise<void> {
    return this.write({ v: 1, type: "branch", id: messageId }, {});
  }

  /** Writes what has grown, and what the disk had refused. */
  flush(): Promise<void> {
    return this.queue.run(() => this.put([], false));
  }

  /** Resolves once all writes that were asked for are over. */
  settled(): Promise<void> {
    return this.queue.run(async () => {});
  }

  moveTo(file: string): Promise<void> {
    return this.queue.run(async () => {
      // A full disk must not keep anyone from removing.
      await this.put([], false).catch(() => {});
      if (this.begun) await this.journal.moveTo(file);
      else this.journal.place(file);
    });
  }

  /** `keep`: what the disk refuses for now stays in memory and goes out later; else the change is refused. */
  private write(entry: Entry, changed: Partial<ConversationSummary>, keep = false): Promise<void> {
    return this.queue.run(async () => {
      await this.put([entry], true, keep);
      this.summary = { ...this.summary, ...changed };
    });
  }

  /** What grew before an entry is written before it, in the same write. */
  private async put(entries: Entry[], durable: boolean, keep = false): Promise<void> {
    const grown = this.growth.take();
    const all = [...this.waiting, ...grown, ...entries];
    if (all.length === 0) return;
    try {
      await (this.begun ? this.journal.write(all, durable) : this.journal.begin(all));
      this.begun = true;
      this.waiting = [];
    } catch (error) {
      // A conversation that could not be begun is all in memory: nothing in it is refused.
      const kept = (keep || !this.begun) && entries.length > 0 && mayPass(error);
      if (kept) this.waiting = all;
      else this.growth.putBack(grown);
      if (!kept) throw error;
      this.around.kept(this, error);
    }
  }
}
