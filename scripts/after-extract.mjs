import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** electron-builder keeps these of an unpacked Electron; a packaged app has no use for them. */
const NOT_OURS = /(^|[\\/])(resources|Resources)[\\/]default_app\.asar$|^version$/;

/** electron-builder's hook, run when Electron has been copied and before the app is added. */
export default function afterExtract({ appOutDir }) {
  for (const name of readdirSync(appOutDir, { recursive: true })) {
    if (NOT_OURS.test(name)) rmSync(join(appOutDir, name));
  }
}
