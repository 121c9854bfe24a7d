import { ensureBuild } from "./lib/build.mjs";
import { nodeBinary } from "./lib/paths.mjs";
import { follow } from "./lib/run.mjs";
import { runCommand } from "./lib/say.mjs";
import { setupBrain } from "./lib/setup.mjs";

/** `npm run serve`: the brain and its endpoint without a window. Stdout carries the ready line alone. */
runCommand(async () => {
  const { env } = await setupBrain();
  await ensureBuild();
  return follow(nodeBinary(), ["out/main/serve.cjs", ...process.argv.slice(2)], { env });
});
