import { ensurePackage } from "./lib/bundle.mjs";
import { startDisplay } from "./lib/display.mjs";
import { ensureElectron } from "./lib/electron.mjs";
import { nodeBinary } from "./lib/paths.mjs";
import { capture, follow } from "./lib/run.mjs";
import { runCommand, SetupError } from "./lib/say.mjs";
import { setupTests } from "./lib/setup.mjs";

const BUNDLE = ".cache/bench/window";

/** `npm run bench:window`: measures the packaged app's window on a display and a session bus of its own. */
runCommand(async () => {
  if (process.platform !== "linux") throw new SetupError("It reads /proc and needs Xvfb: it runs on Linux only.");
  const { env } = await setupTests();
  const electron = await ensureElectron();
  const program = await ensurePackage(electron);
  const build = ["build", "--ssr", "bench/window/bench.ts", "--outDir", BUNDLE];
  const { code, output } = await capture("vite", build, { env });
  if (code !== 0) throw new SetupError(`The benchmark could not be bundled:\n${output.trim()}`);
  const screen = await startDisplay();
  try {
    const command = ["--", nodeBinary(), `${BUNDLE}/bench.js`, ...process.argv.slice(2)];
    const more = { DISPLAY: screen.display, BRAINSTEM_APP: program, BRAINSTEM_ELECTRON: electron.executable };
    return await follow("dbus-run-session", command, { env: { ...env, ...more } });
  } finally {
    await screen.stop();
  }
});
