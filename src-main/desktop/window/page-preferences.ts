import type { WebPreferences } from "electron";

/** What every window's page runs under: locked down, with the bridge alone. */
export function pagePreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // Elsewhere Chromium would fetch its dictionaries from the network.
    spellcheck: process.platform === "darwin",
  };
}
