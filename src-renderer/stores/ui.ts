import { createStore } from "zustand";

/** In the order of the navigation; Ctrl or ⌘ and its number opens one. */
export const pages = ["chat", "agents", "activity", "connect", "settings"] as const;
export type Page = (typeof pages)[number];

export interface UiState {
  page: Page;
  /** Whether the sidebar stands beside the page in a wide window. */
  sidebarOpen: boolean;
  /** Whether it lies over the page in a narrow one. */
  overlayOpen: boolean;
  paletteOpen: boolean;
  /** What the settings are searched for. */
  settingsSearch: string;
  shortcutsOpen: boolean;
  /** The person asked to see the first steps again. */
  firstSteps: boolean;
  go(page: Page): void;
  toggleSidebar(narrow: boolean): void;
  set(
    change: Partial<Pick<UiState, "overlayOpen" | "paletteOpen" | "settingsSearch" | "shortcutsOpen" | "firstSteps">>,
  ): void;
}

/** What the window itself remembers: the page, the sidebar, the palette. */
export function createUi() {
  return createStore<UiState>()((set) => ({
    page: "chat",
    sidebarOpen: true,
    overlayOpen: false,
    paletteOpen: false,
    settingsSearch: "",
    shortcutsOpen: false,
    firstSteps: false,
    go: (page) => set({ page, overlayOpen: false, paletteOpen: false, settingsSearch: "", shortcutsOpen: false }),
    toggleSidebar: (narrow) =>
      set((state) => (narrow ? { overlayOpen: !state.overlayOpen } : { sidebarOpen: !state.sidebarOpen })),
    set,
  }));
}
