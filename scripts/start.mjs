import { ensureBuild } from "./lib/build.mjs";
import { ensurePackage } from "./lib/bundle.mjs";
import { demoInTerminal } from "./lib/demo.mjs";
import { hasDisplay } from "./lib/display.mjs";
import { follow } from "./lib/run.mjs";
import { sandboxArguments } from "./lib/sandbox.mjs";
import { runCommand, SetupError, say } from "./lib/say.mjs";
import { setupBrain, setupWindow } from "./lib/setup.mjs";

/**
 * `npm start` opens the window on the person's own login, `npm run demo` on the built-in demo brain. Without a display
 * the demo runs in the terminal: `--once` (or BRAINSTEM_DEMO_ONCE=1 off a terminal) ends it after one answer.
 */
runCommand(async () => {
  const args = process.argv.slice(2);
  const demo = args.includes("--demo");
  if (hasDisplay()) return openWindow(args);
  if (!demo) throw new SetupError("There is no display for a window here. `npm run serve` runs Brainstem without one.");
  say("No display here: the demo runs in the terminal.");
  const { env } = await setupBrain();
  await ensureBuild();
  const once = args.includes("--once") || (!process.stdout.isTTY && process.env.BRAINSTEM_DEMO_ONCE === "1");
  return demoInTerminal({ env, once });
});

async function openWindow(args) {
  const { env, electron } = await setupWindow();
  const program = await ensurePackage(electron);
  return follow(program, [...sandboxArguments(program), ...args], { env });
}
