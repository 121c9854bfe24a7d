import { createStore } from "zustand";
import type { ConversationSummary } from "../../src-shared/conversation";
import type { Ask } from "./ask";

export interface ConversationsState {
  byId: Record<string, ConversationSummary>;
  replaceAll(all: ConversationSummary[]): void;
  onChanged(summary: ConversationSummary): void;
  onRemoved(id: string): void;
  rename(id: string, title: string): Promise<void>;
  pin(id: string, pinned: boolean): Promise<void>;
  remove(id: string): Promise<void>;
  restore(id: string): Promise<void>;
  /** Resolves to whether it was saved. */
  exportFile(id: string, format: "markdown" | "json"): Promise<boolean>;
  /** Resolves to the new conversation, or null when no file was chosen. */
  importFile(): Promise<string | null>;
}

/** The list of conversations, mirrored from the main process. */
export function createConversations(ask: Ask) {
  return createStore<ConversationsState>()((set) => ({
    byId: {},
    replaceAll: (all) => set({ byId: Object.fromEntries(all.map((summary) => [summary.id, summary])) }),
    onChanged: (summary) => set((state) => ({ byId: { ...state.byId, [summary.id]: summary } })),
    onRemoved: (id) =>
      set((state) => {
        const { [id]: _gone, ...byId } = state.byId;
        return { byId };
      }),
    rename: (id, title) => ask("conversations.rename", { id, title }),
    pin: (id, pinned) => ask("conversations.pin", { id, pinned }),
    remove: (id) => ask("conversations.delete", { id }),
    restore: (id) => ask("conversations.restore", { id }),
    exportFile: async (id, format) => (await ask("conversations.export", { id, format })).saved,
    importFile: async () => (await ask("conversations.import")).id,
  }));
}
