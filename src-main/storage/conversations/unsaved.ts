import type { Failure } from "../../failure";
import { fileFailure, mayPass } from "../failure";
import type { ConversationFile } from "./conversation-file";

const AGAIN_MS = 2000;

/** Conversations of which something waits in memory because the disk refused it; tried again until it takes it. */
export class Unsaved {
  private readonly files = new Set<ConversationFile>();
  private timer: NodeJS.Timeout | undefined;

  /** `tell` hears why when the first comes to wait, and undefined when the last has been saved. */
  constructor(private readonly tell: (why: Failure | undefined) => void) {}

  /** An error that will not pass is not waited for. */
  add(file: ConversationFile, error: unknown): void {
    if (!mayPass(error)) return;
    const first = this.files.size === 0;
    this.files.add(file);
    this.timer ??= this.again();
    if (first) this.tell(fileFailure("conversation_unsaved", error));
  }

  /** Forgets what waits. */
  clear(): void {
    if (this.files.size === 0) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.files.clear();
    this.tell(undefined);
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private again(): NodeJS.Timeout {
    return setTimeout(() => void this.save(), AGAIN_MS).unref();
  }

  private async save(): Promise<void> {
    for (const file of this.files) {
      const failure = await file.flush().then(
        () => undefined,
        (error: unknown) => error,
      );
      if (failure === undefined || !mayPass(failure)) this.files.delete(file);
    }
    // Forgotten meanwhile, which has been told.
    if (this.timer === undefined) return;
    this.timer = this.files.size > 0 ? this.again() : undefined;
    if (this.files.size === 0) this.tell(undefined);
  }
}
