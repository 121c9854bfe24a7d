import type { ConversationFile } from "./conversation-file";

const FLUSH_MS = 250;

/** Conversations with text that is not on the disk yet: written together, a moment after the first of it. */
export class Growing {
  private readonly files = new Set<ConversationFile>();
  private timer: NodeJS.Timeout | undefined;

  /** `refused` hears of what the disk does not take; it stays in the file's memory. */
  constructor(private readonly refused: (file: ConversationFile, error: unknown) => void) {}

  add(file: ConversationFile): void {
    this.files.add(file);
    this.timer ??= setTimeout(() => this.flush(), FLUSH_MS);
  }

  /** Forgets what has not been written. */
  clear(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.files.clear();
  }

  private flush(): void {
    this.timer = undefined;
    for (const file of this.files) file.flush().catch((error: unknown) => this.refused(file, error));
    this.files.clear();
  }
}
