import type { HandlersOf } from "../ipc/ipc";

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
  /** Asks where to save it; resolves to whether it was. */
  saveFile(suggestedName: string, content: string | Buffer): Promise<boolean>;
  /** Asks the person, then opens a copy of a PDF in the system's program. Rejects with a sentence. */
  openPdf(name: string, content: Buffer): Promise<void>;
}

export function outsideHandlers(outside: Outside): HandlersOf<"text" | "link" | "login" | "file"> {
  return {
    "text.copy": (text) => outside.copy(text),
    "link.open": (url) => outside.openLink(url),
    "file.save": async (file) => {
      const content = "text" in file ? file.text : Buffer.from(file.data, "base64");
      return { saved: await outside.saveFile(file.name, content) };
    },
    "file.open": ({ name, data }) => outside.openPdf(name, Buffer.from(data, "base64")),
    "login.start": () => outside.logIn(),
  };
}
