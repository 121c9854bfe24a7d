import type { StorageState } from "../../../src-shared/storage-state";
import type { Failure } from "../../failure";
import { createListeners } from "../../listeners";
import type { Log } from "../../logging/log";
import type { ConversationStore } from "../../storage/conversations";
import { explain } from "../language/explain";
import type { Texts } from "../language/texts";

/** How the data on the disk stands, for the window. */
export interface StorageWatch {
  now(): StorageState;
  /** Returns the function that ends the subscription. */
  onChange(listener: (state: StorageState) => void): () => void;
}

/** Tells all of it in the language of the moment. @param problems what was wrong at start. */
export function watchStorage(
  problems: readonly Failure[],
  conversations: Pick<ConversationStore, "onDamaged" | "onUnsaved">,
  texts: Texts,
  log: Log,
): StorageWatch {
  const damaged = [...problems];
  let unsaved: Failure | undefined;
  const changes = createListeners<StorageState>();
  const now = (): StorageState => ({
    damaged: damaged.map((each) => explain(each, texts)),
    ...(unsaved === undefined ? {} : { unsaved: explain(unsaved, texts) }),
  });
  const tell = () => changes.tell(now());
  conversations.onDamaged((what) => {
    // A title is the person's own words: the log hears of the case alone.
    log.warn("storage.damaged");
    damaged.push(what);
    tell();
  });
  conversations.onUnsaved((why) => {
    log.warn("storage.unsaved", { said: why?.message ?? "all is saved again" });
    unsaved = why;
    tell();
  });
  texts.onChange(tell);
  return {
    now,
    onChange: changes.on,
  };
}
