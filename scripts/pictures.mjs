import { ensurePackage } from "./lib/bundle.mjs";
import { startDisplay } from "./lib/display.mjs";
import { ensureElectron } from "./lib/electron.mjs";
import { follow } from "./lib/run.mjs";
import { runCommand, SetupError } from "./lib/say.mjs";
import { setupTests } from "./lib/setup.mjs";

/** `npm run pictures`: takes the pictures in docs/pictures/ of the packaged app, on a display of its own; `-- chat` takes some. */
runCommand(async () => {
  if (process.platform !== "linux") throw new SetupError("The pictures are taken on Linux, where Xvfb is.");
  const { env } = await setupTests();
  const program = await ensurePackage(await ensureElectron());
  const screen = await startDisplay("2880x1800");
  try {
    const command = [
      "--",
      "playwright",
      "test",
      "--config=e2e/pictures/playwright.config.ts",
      ...process.argv.slice(2),
    ];
    return await follow("dbus-run-session", command, {
      env: { ...env, DISPLAY: screen.display, BRAINSTEM_APP: program },
    });
  } finally {
    await screen.stop();
  }
});
