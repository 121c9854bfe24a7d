import type { z } from "zod";
import { createStore } from "zustand";
import type { AttachedFile, ConversationOptions, Picture } from "../../src-shared/conversation";
import type { EventPayload } from "../../src-shared/ipc";
import type { Ask } from "./ask";
import { applyDelta, applyMessage, chatOf, emptyChat, type OpenChat } from "./open-chat";

export type PictureData = z.infer<typeof Picture>;
type Delta = EventPayload<"message.delta">;

export interface ChatState extends OpenChat {
  /** Null: a new chat that has no conversation yet. */
  conversationId: string | null;
  phase: "ready" | "loading" | "failed";
  sending: boolean;
  /** Counts what the person said here, so that the view can follow it. */
  said: number;
  /** What the next new conversation will ask for. */
  newOptions: ConversationOptions;
  /** Shows a conversation, or an empty chat for null. */
  show(id: string | null): Promise<void>;
  /** Rejects with a sentence when it was not taken. */
  send(text: string, pictures: PictureData[], files?: AttachedFile[]): Promise<string>;
  /** Says a message anew and answers it. Rejects with a sentence when it was not taken. */
  edit(messageId: string, text: string): Promise<void>;
  /** Shows the branch of a sibling of a shown message. */
  showBranch(messageId: string): Promise<void>;
  /** What a conversation, or the next new one (null), asks for from its next turn on. */
  setOptions(id: string | null, options: ConversationOptions): Promise<void>;
  stop(): Promise<void>;
  retry(): Promise<void>;
  onMessage(payload: EventPayload<"message.changed">): void;
  onDelta(delta: Delta): void;
}

/** The conversation that is shown: opened from the main process, then grown by its events. */
export function createChat(ask: Ask) {
  return createStore<ChatState>()((set, get) => {
    let opening = 0;
    /** What was heard while the conversation was being opened; told again once it is there. */
    let waiting: (() => void)[] = [];
    let loading = false;
    /** The message that opening anew did not bring, so that its deltas do not open again and again. */
    let strange = "";

    const open = async (id: string) => {
      const mine = ++opening;
      loading = true;
      waiting = [];
      try {
        const { messages, nextSeq } = await ask("conversations.open", { id });
        if (mine !== opening) return;
        const missed = waiting;
        loading = false;
        set({ ...chatOf(messages, nextSeq), phase: "ready" });
        for (const tell of missed) tell();
      } catch {
        if (mine !== opening) return;
        loading = false;
        set({ ...emptyChat, phase: "failed" });
      }
    };

    return {
      ...emptyChat,
      conversationId: null,
      phase: "ready",
      sending: false,
      said: 0,
      newOptions: {},
      async show(id) {
        if (id === get().conversationId && get().phase !== "failed") return;
        opening++;
        loading = false;
        set({ ...emptyChat, conversationId: id, phase: id ? "loading" : "ready" });
        if (id) await open(id);
      },
      async send(text, pictures, files = []) {
        const before = get().conversationId;
        set({ sending: true });
        try {
          const more = before === null ? { options: get().newOptions } : {};
          const { conversationId } = await ask("chat.send", { conversationId: before, text, pictures, files, ...more });
          if (before === null) set({ newOptions: {} });
          if (get().conversationId === before && before !== conversationId) {
            set({ conversationId });
            await open(conversationId);
          }
          set({ said: get().said + 1 });
          return conversationId;
        } finally {
          set({ sending: false });
        }
      },
      async edit(messageId, text) {
        const id = get().conversationId;
        if (!id) return;
        await ask("chat.edit", { conversationId: id, messageId, text });
        set({ said: get().said + 1 });
      },
      async showBranch(messageId) {
        const id = get().conversationId;
        if (!id) return;
        await ask("conversations.showBranch", { id, messageId });
        if (get().conversationId === id) await open(id);
      },
      async setOptions(id, options) {
        if (id) await ask("conversations.setOptions", { id, options });
        else set({ newOptions: options });
      },
      async stop() {
        const id = get().conversationId;
        if (id) await ask("chat.stop", { conversationId: id });
      },
      async retry() {
        const id = get().conversationId;
        if (id) await ask("chat.retry", { conversationId: id });
      },
      onMessage(payload) {
        if (payload.conversationId !== get().conversationId) return;
        if (loading) waiting.push(() => get().onMessage(payload));
        else set(applyMessage(get(), payload.message));
      },
      onDelta(delta) {
        if (delta.conversationId !== get().conversationId) return;
        if (loading) return void waiting.push(() => get().onDelta(delta));
        const grown = applyDelta(get(), delta);
        if (grown !== "gap") return set(grown);
        if (strange === delta.messageId && !get().messages[delta.messageId]) return;
        strange = delta.messageId;
        void open(delta.conversationId);
      },
    };
  });
}
