import type { ChatMessage, ConversationOptions, ConversationSummary } from "../../../src-shared/conversation";
import { Queue } from "../queue";
import type { Cached } from "./catalog";
import type { ExchangeFile } from "./exchange";
import { Growth } from "./growth";
import { Journal } from "./journal";
import type { Entry } from "./record";
import { type Replayed, replay } from "./replay";

/** One conversation on disk and what of it is in memory. Everything goes in the order of the calls. */
export class ConversationFile {
  summary: ConversationSummary;
  private readonly journal: Journal;
  private readonly queue = new Queue();
  private readonly growth = new Growth();
  /** Messages that this run streams; any other `streaming` one was cut off by a crash. */
  private readonly live = new Set<string>();
  private readonly sizeAtStart: number;

  constructor(file: string, { size, ...summary }: Cached) {
    this.journal = new Journal(file);
    this.summary = summary;
    this.sizeAtStart = size;
  }

  /** Bytes on disk, for the cache. */
  get size(): number {
    return this.journal.size ?? this.sizeAtStart;
  }

  begin(): Promise<void> {
    const { title, createdAt, demo } = this.summary;
    const created = { v: 1, type: "created", title, at: createdAt, ...(demo ? { demo } : {}) } as const;
    return this.queue.run(() => this.journal.begin(created));
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
      const onDisk = await this.journal.read();
      const { branch, all } = replay(this.summary.id, [...onDisk, ...this.growth.entries()]);
      const ended = (message: ChatMessage): ChatMessage =>
        message.outcome === "streaming" && !this.live.has(message.id) ? { ...message, outcome: "cut_off" } : message;
      return { branch: branch.map(ended), all: all.map(ended) };
    });
  }

  /** Writes a new message or the newer form of one. */
  async save(message: ChatMessage): Promise<void> {
    const streaming = message.outcome === "streaming";
    if (streaming) this.live.add(message.id);
    const at = Date.now();
    let saved = false;
    try {
      await this.write({ v: 1, type: "message", message, at }, { updatedAt: at });
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

  /** Writes what has grown. */
  flush(): Promise<void> {
    return this.queue.run(() => this.put([], false));
  }

  moveTo(file: string): Promise<void> {
    return this.queue.run(async () => {
      // A full disk must not keep anyone from removing.
      await this.put([], false).catch(() => {});
      await this.journal.moveTo(file);
    });
  }

  private write(entry: Entry, changed: Partial<ConversationSummary>): Promise<void> {
    return this.queue.run(async () => {
      await this.put([entry], true);
      this.summary = { ...this.summary, ...changed };
    });
  }

  /** What grew before an entry is written before it, in the same write. */
  private async put(entries: Entry[], durable: boolean): Promise<void> {
    const grown = this.growth.take();
    if (grown.length + entries.length === 0) return;
    try {
      await this.journal.write([...grown, ...entries], durable);
    } catch (error) {
      this.growth.putBack(grown);
      throw error;
    }
  }
}
