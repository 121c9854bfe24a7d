import type { IpcMainInvokeEvent, Session, WebContents } from "electron";

/** Keeps a page where it is: no navigation but a reload, no windows, no webviews, no permissions, no downloads. */
export function guardPage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.on("will-navigate", (event, url) => {
    // The event has an address of its own since Electron 25, where the argument is deprecated.
    if ((event.url ?? url) !== contents.getURL()) event.preventDefault();
  });
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
  guardSession(contents.session);
}

/** Whether a request comes from the main frame of our own window, showing our own page. */
export function isFromPage(event: IpcMainInvokeEvent, contents: WebContents | undefined, pageUrl: string): boolean {
  const frame = event.senderFrame;
  if (!contents || !frame || event.sender.id !== contents.id || frame.parent) return false;
  return sameOrigin(frame.url, pageUrl);
}

/** `URL.origin` is "null" for a scheme of our own, so scheme and host are compared. */
function sameOrigin(url: string, pageUrl: string): boolean {
  try {
    const [a, b] = [new URL(url), new URL(pageUrl)];
    return a.protocol === b.protocol && a.host === b.host;
  } catch {
    return false;
  }
}

function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, allow) => allow(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
}
