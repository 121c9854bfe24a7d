import type { Service } from "../../service/service";
import type { ConversationStore } from "../../storage/conversations";
import type { SettingsStore } from "../../storage/settings";
import type { HandlersOf } from "../ipc/ipc";
import type { StorageWatch } from "../ipc/storage-watch";
import type { Texts } from "../language/texts";

export interface AppParts {
  service: Service;
  settings: SettingsStore;
  conversations: ConversationStore;
  storage: StorageWatch;
  version: string;
  texts: Pick<Texts, "language">;
  /** The window mirrors from here on. */
  onSnapshot: () => void;
}

export function appHandlers(parts: AppParts): HandlersOf<"app"> {
  return {
    "app.snapshot": () => {
      parts.onSnapshot();
      return {
        status: parts.service.status(),
        settings: parts.settings.get(),
        language: parts.texts.language(),
        conversations: parts.conversations.list(),
        storage: parts.storage.now(),
        version: parts.version,
      };
    },
  };
}
