import type { HandlersOf } from "../ipc";

/** What leaves the app: the clipboard, the browser, a terminal. */
export interface Outside {
  copy(text: string): Promise<void>;
  openLink(url: string): Promise<void>;
  logIn(): Promise<void>;
  /** Asks for a JSON file; resolves to its text, or undefined when none was chosen. Rejects with a sentence. */
  openFile(): Promise<string | undefined>;
  /** Asks for a JSON file; resolves to its path, or undefined when none was chosen. */
  chooseFile(): Promise<string | undefined>;
  /** Asks where to save; resolves to the path, or undefined when none was chosen. */
  choosePlace(suggestedName: string): Promise<string | undefined>;
  /** Shows a folder in the system's file manager; rejects with a sentence. */
  openFolder(path: string): Promise<void>;
  /** Asks where to save a text; resolves to whether it was. */
  saveFile(suggestedName: string, content: string): Promise<boolean>;
}

export function outsideHandlers(outside: Outside): HandlersOf<"text"> & HandlersOf<"link"> & HandlersOf<"login"> {
  return {
    "text.copy": (text) => outside.copy(text),
    "link.open": (url) => outside.openLink(url),
    "login.start": () => outside.logIn(),
  };
}
