import { remember } from "./lib/memory.mjs";
import { follow } from "./lib/run.mjs";
import { sandboxArguments } from "./lib/sandbox.mjs";
import { runCommand } from "./lib/say.mjs";
import { setupWindow } from "./lib/setup.mjs";

/** `npm run dev`: the window with live reload of the renderer. Further arguments go to the app. */
runCommand(async () => {
  const { env, electron } = await setupWindow();
  const own = sandboxArguments(electron.executable);
  // It builds into out/ as for development; the next command builds anew.
  remember("build", undefined);
  const args = ["dev", ...(own.length > 0 ? ["--noSandbox"] : []), "--", ...process.argv.slice(2)];
  return follow("electron-vite", args, { env: { ...env, ELECTRON_EXEC_PATH: electron.executable } });
});
