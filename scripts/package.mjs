import { ensurePackage } from "./lib/bundle.mjs";
import { runCommand } from "./lib/say.mjs";
import { setupWindow } from "./lib/setup.mjs";

/**
 * `npm run package`: the app in dist/, as the tests drive it; with `--release` as it is given to people, with
 * `--installers` that and this platform's installers.
 */
runCommand(async () => {
  const { electron } = await setupWindow();
  const installers = process.argv.includes("--installers");
  const release = installers || process.argv.includes("--release");
  const program = await ensurePackage(electron, { release, installers });
  process.stdout.write(`${program}\n`);
});
