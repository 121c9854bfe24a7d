import { createStore } from "zustand";

export interface Notice {
  id: number;
  text: string;
  tone: "plain" | "danger";
  action?: { label: string; run: () => void };
}

export interface NoticesState {
  notices: Notice[];
  show(notice: Omit<Notice, "id">): void;
  dismiss(id: number): void;
}

/** Short notices at the head of the window; the three latest are kept. */
export function createNotices() {
  return createStore<NoticesState>()((set) => {
    let last = 0;
    return {
      notices: [],
      show: (notice) => set((state) => ({ notices: [...state.notices, { ...notice, id: ++last }].slice(-3) })),
      dismiss: (id) => set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
    };
  });
}
