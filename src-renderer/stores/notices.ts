import { createStore } from "zustand";
import { sentence } from "./ask";

export interface Notice {
  id: number;
  text: string;
  tone: "plain" | "danger";
  action?: { label: string; run: () => void };
}

export interface NoticesState {
  notices: Notice[];
  show(notice: Omit<Notice, "id">): void;
  /** Tells what was thrown; `say` puts its sentence into a larger one. */
  fail(thrown: unknown, say?: (reason: string) => string): void;
  dismiss(id: number): void;
}

/** Short notices at the head of the window; the three latest are kept. */
export function createNotices() {
  return createStore<NoticesState>()((set, get) => {
    let last = 0;
    return {
      notices: [],
      show: (notice) => set((state) => ({ notices: [...state.notices, { ...notice, id: ++last }].slice(-3) })),
      fail: (thrown, say = (reason) => reason) => get().show({ text: say(sentence(thrown)), tone: "danger" }),
      dismiss: (id) => set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
    };
  });
}
