import { protocol } from "electron";
import { serveScheme } from "../electron-compat";
import { readRendererFile } from "./renderer-files";

const SCHEME = "app";
const HOST = "brainstem";

/** Where the window's page lives; the page and nothing else may talk to the main process. */
export const APP_URL = `${SCHEME}://${HOST}/`;

/** Makes `app://` a secure origin of its own. To be called before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }]);
}

/** Serves the folder of the built renderer, and only that, under `app://brainstem/`. */
export function serveRenderer(root: string): void {
  serveScheme(SCHEME, (url) => readRendererFile(root, HOST, url));
}
