import { createStore } from "zustand";
import type { AttachedFile } from "../../src-shared/conversation";
import type { PictureData } from "./chat";

export interface Draft {
  text: string;
  pictures: PictureData[];
  files: AttachedFile[];
}

export interface DraftsState {
  /** By conversation id; `new` for a chat without one. */
  byChat: Record<string, Draft>;
  put(chat: string, draft: Draft): void;
  clear(chat: string): void;
  clearAll(): void;
}

const place = "brainstem.drafts";
export const noDraft: Draft = { text: "", pictures: [], files: [] };
export const draftKey = (conversationId: string | null): string => conversationId ?? "new";

/** What was typed and not sent, by conversation. Words outlive the window, pictures and files do not. */
export function createDrafts(storage: Pick<Storage, "getItem" | "setItem">) {
  return createStore<DraftsState>()((set, get) => {
    const keep = (byChat: Record<string, Draft>) => {
      set({ byChat });
      const texts = Object.entries(byChat).map(([chat, draft]) => [chat, draft.text] as const);
      try {
        storage.setItem(place, JSON.stringify(Object.fromEntries(texts.filter(([, text]) => text !== ""))));
      } catch {
        // A full or closed storage costs the draft's survival only.
      }
    };
    return {
      byChat: readDrafts(storage),
      put: (chat, draft) => keep({ ...get().byChat, [chat]: draft }),
      clear: (chat) => {
        const { [chat]: _sent, ...rest } = get().byChat;
        keep(rest);
      },
      clearAll: () => keep({}),
    };
  });
}

function readDrafts(storage: Pick<Storage, "getItem">): Record<string, Draft> {
  try {
    const texts: unknown = JSON.parse(storage.getItem(place) ?? "{}");
    if (typeof texts !== "object" || texts === null) return {};
    return Object.fromEntries(
      Object.entries(texts)
        .filter((entry): entry is [string, string] => typeof entry[1] === "string")
        .map(([chat, text]) => [chat, { text, pictures: [], files: [] }]),
    );
  } catch {
    return {};
  }
}
