import { createStore } from "zustand";
import type { AttachedFile } from "../../src-shared/conversation";
import type { Attachments } from "../../src-shared/drafts";
import type { Ask } from "./ask";
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
  /** Takes what was attached before the window was opened; once for each chat. */
  load(chat: string): Promise<void>;
  /** Lets go of the drafts of conversations that are no more. */
  retain(conversations: readonly string[]): void;
}

const place = "brainstem.drafts";
export const noDraft: Draft = { text: "", pictures: [], files: [] };
export const draftKey = (conversationId: string | null): string => conversationId ?? "new";

/** What was typed and not sent, by conversation. Words are kept with the window, pictures and files by the main process. */
export function createDrafts(storage: Pick<Storage, "getItem" | "setItem">, ask: Ask) {
  const loaded = new Map<string, Promise<void>>();
  return createStore<DraftsState>()((set, get) => {
    const keep = (byChat: Record<string, Draft>) => {
      const before = get().byChat;
      set({ byChat });
      const texts = Object.entries(byChat).map(([chat, draft]) => [chat, draft.text] as const);
      try {
        storage.setItem(place, JSON.stringify(Object.fromEntries(texts.filter(([, text]) => text !== ""))));
      } catch {
        // A full or closed storage costs the draft's survival only.
      }
      for (const chat of new Set([...Object.keys(before), ...Object.keys(byChat)]))
        keepAttached(chat, before[chat] ?? noDraft, byChat[chat] ?? noDraft);
    };
    const keepAttached = (chat: string, before: Draft, { pictures, files }: Draft) => {
      if (same(before.pictures, pictures) && same(before.files, files)) return;
      // So does a full disk.
      ask("drafts.keep", { chat, pictures, files }).catch(() => undefined);
    };
    return {
      byChat: readDrafts(storage),
      put: (chat, draft) => keep({ ...get().byChat, [chat]: draft }),
      clear: (chat) => {
        const { [chat]: _sent, ...rest } = get().byChat;
        keep(rest);
      },
      clearAll: () => keep({}),
      load(chat) {
        const loading = loaded.get(chat) ?? ask("drafts.read", { chat }).then(take(chat), () => undefined);
        loaded.set(chat, loading);
        return loading;
      },
      retain(conversations) {
        const kept = new Set(["new", ...conversations]);
        const { byChat } = get();
        if (Object.keys(byChat).every((chat) => kept.has(chat))) return;
        keep(Object.fromEntries(Object.entries(byChat).filter(([chat]) => kept.has(chat))));
      },
    };

    /** What was attached in the meantime stands behind it. */
    function take(chat: string) {
      return ({ pictures, files }: Attachments) => {
        if (pictures.length + files.length === 0) return;
        const { [chat]: now = noDraft, ...rest } = get().byChat;
        const all = { ...now, pictures: [...pictures, ...now.pictures], files: [...files, ...now.files] };
        set({ byChat: { ...rest, [chat]: all } });
      };
    }
  });
}

const same = (one: readonly unknown[], other: readonly unknown[]) =>
  one === other || (one.length === 0 && other.length === 0);

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
