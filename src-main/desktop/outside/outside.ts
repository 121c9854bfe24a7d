import { readFile, stat, writeFile } from "node:fs/promises";
import { type BrowserWindow, clipboard, dialog, type OpenDialogOptions, shell } from "electron";
import { Failure } from "../../failure";
import { fileFailure } from "../../storage/failure";
import type { Outside } from "../handlers/outside";
import type { Texts } from "../language/texts";
import type { OpenCopies } from "./open-copy";

/** Synchronous before Electron 44, a promise since; awaiting serves both. */
export async function copyText(text: string): Promise<void> {
  await clipboard.writeText(text);
}

/** Shows the whole address and opens it in the browser only when the person agrees. */
async function openLink(url: string, parent: BrowserWindow | undefined, t: Texts["t"]): Promise<void> {
  const detail = url.length > 500 ? `${url.slice(0, 500)}…` : url;
  if (await mayOpen(t("desktop.link.question"), detail, parent, t)) await shell.openExternal(url);
}

async function mayOpen(
  message: string,
  detail: string,
  parent: BrowserWindow | undefined,
  t: Texts["t"],
): Promise<boolean> {
  const question = {
    type: "question" as const,
    message,
    detail,
    buttons: [t("desktop.link.open"), t("desktop.link.cancel")],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  };
  const { response } = await (parent ? dialog.showMessageBox(parent, question) : dialog.showMessageBox(question));
  return response === 0;
}

/** Asks where to save; undefined when no place was chosen. */
async function choosePlace(name: string, parent: BrowserWindow | undefined): Promise<string | undefined> {
  const options = { defaultPath: name };
  const { filePath } = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
  return filePath || undefined;
}

/** Asks where to save something and writes it there; resolves to whether it was saved. */
async function saveFile(name: string, content: string | Buffer, parent: BrowserWindow | undefined): Promise<boolean> {
  const filePath = await choosePlace(name, parent);
  if (!filePath) return false;
  await writeFile(filePath, content).catch((error: unknown) => {
    throw fileFailure("file_unsaved", error);
  });
  return true;
}

const largestFile = 200 * 1024 * 1024;

async function chooseOne(options: OpenDialogOptions, parent: BrowserWindow | undefined): Promise<string | undefined> {
  const { filePaths } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
  return filePaths[0];
}

/** Asks for a program; undefined when none was chosen. */
export function chooseProgram(parent: BrowserWindow | undefined): Promise<string | undefined> {
  // Programs lie in folders whose names begin with a dot.
  return chooseOne({ properties: ["openFile", "showHiddenFiles"] }, parent);
}

/** Asks for a JSON file; undefined when none was chosen. */
function chooseFile(parent: BrowserWindow | undefined): Promise<string | undefined> {
  return chooseOne({ properties: ["openFile"], filters: [{ name: "JSON", extensions: ["json"] }] }, parent);
}

/** Asks for a JSON file and reads it; undefined when none was chosen. */
async function openFile(parent: BrowserWindow | undefined): Promise<string | undefined> {
  const path = await chooseFile(parent);
  if (!path) return undefined;
  if ((await stat(path)).size > largestFile) throw new Failure("file_too_large");
  return readFile(path, "utf8");
}

/** Shows a folder in the system's file manager; rejects with a sentence. */
async function openFolder(path: string): Promise<void> {
  const problem = await shell.openPath(path);
  if (problem) throw new Failure("folder_unopened", { folder: path });
}

/** All of it, with questions that stand before the window. */
export function createOutside(
  window: () => BrowserWindow | undefined,
  logIn: () => Promise<void>,
  t: Texts["t"],
  copies: Pick<OpenCopies, "open">,
): Outside {
  return {
    copy: copyText,
    openLink: (url) => openLink(url, window(), t),
    openFolder,
    openFile: () => openFile(window()),
    chooseFile: () => chooseFile(window()),
    choosePlace: (name) => choosePlace(name, window()),
    saveFile: (name, content) => saveFile(name, content, window()),
    openPdf: async (name, content) => {
      const question = t("desktop.file.question", { name: name.slice(0, 200) });
      if (await mayOpen(question, t("desktop.file.detail"), window(), t)) await copies.open(name, content);
    },
    logIn,
  };
}
