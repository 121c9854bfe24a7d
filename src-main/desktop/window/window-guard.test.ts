import { EventEmitter } from "node:events";
import type { IpcMainInvokeEvent, WebContents } from "electron";
import { expect, test } from "vitest";
import { guardPage, isFromPage } from "./window-guard";

const contents = { id: 7 } as WebContents;
const from = (sender: number, url: string, parent: object | null = null) =>
  ({ sender: { id: sender }, senderFrame: { url, parent } }) as unknown as IpcMainInvokeEvent;
const asks = (event: IpcMainInvokeEvent) => isFromPage(event, contents, "app://brainstem/");

test("only the main frame of our window with our page may ask", () => {
  expect(asks(from(7, "app://brainstem/index.html#settings"))).toBe(true);
  expect(asks(from(8, "app://brainstem/"))).toBe(false);
  expect(asks(from(7, "app://brainstem/", {}))).toBe(false);
  expect(asks(from(7, "app://brainstem.example.com/"))).toBe(false);
  expect(asks(from(7, "https://brainstem/"))).toBe(false);
  expect(asks(from(7, "about:blank"))).toBe(false);
  expect(asks({ sender: { id: 7 }, senderFrame: null } as unknown as IpcMainInvokeEvent)).toBe(false);
  expect(isFromPage(from(7, "app://brainstem/"), undefined, "app://brainstem/")).toBe(false);
});

test("a page may reload itself and go nowhere else, whichever way Electron tells the address", () => {
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: () => {},
    setPermissionCheckHandler: () => {},
    setDevicePermissionHandler: () => {},
  });
  const page = Object.assign(new EventEmitter(), {
    session,
    getURL: () => "app://brainstem/",
    setWindowOpenHandler: () => {},
  });
  guardPage(page as unknown as WebContents);
  const isHeld = (details: object, url?: string) => {
    let held = false;
    page.emit("will-navigate", { ...details, preventDefault: () => (held = true) }, url);
    return held;
  };
  expect(isHeld({ url: "app://brainstem/" })).toBe(false);
  expect(isHeld({}, "app://brainstem/")).toBe(false);
  expect(isHeld({ url: "https://example.com/" })).toBe(true);
  expect(isHeld({}, "https://example.com/")).toBe(true);
});
