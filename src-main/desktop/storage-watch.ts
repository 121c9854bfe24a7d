import type { StorageState } from "../../src-shared/storage-state";
import type { Log } from "../log";
import type { ConversationStore } from "../storage/conversations";

/** How the data on the disk stands, for the window. */
export interface StorageWatch {
  now(): StorageState;
  /** Returns the function that ends the subscription. */
  onChange(listener: (state: StorageState) => void): () => void;
}

/** @param problems what was wrong at start, a sentence each. */
export function watchStorage(
  problems: readonly string[],
  conversations: Pick<ConversationStore, "onDamaged" | "onUnsaved">,
  /** Says in the person's language what was thrown. */
  explain: (thrown: unknown) => string,
  log: Log,
): StorageWatch {
  const damaged = [...problems];
  let unsaved: unknown;
  const listeners = new Set<(state: StorageState) => void>();
  const now = (): StorageState => ({
    damaged: [...damaged],
    ...(unsaved === undefined ? {} : { unsaved: explain(unsaved) }),
  });
  const tell = () => {
    for (const listener of listeners) listener(now());
  };
  conversations.onDamaged((words) => {
    // A title is the person's own words: the log hears of the case alone.
    log.warn("storage.damaged");
    damaged.push(words);
    tell();
  });
  conversations.onUnsaved((why) => {
    log.warn("storage.unsaved", { said: why?.message ?? "all is saved again" });
    unsaved = why;
    tell();
  });
  return {
    now,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
