import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkReleasable, ensurePackage } from "./lib/bundle.mjs";
import { root } from "./lib/paths.mjs";
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
  if (release) checkReleasable(electron.version, wantedElectron());
  const program = await ensurePackage(electron, { release, installers });
  process.stdout.write(`${program}\n`);
});

function wantedElectron() {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")).devDependencies.electron;
}
