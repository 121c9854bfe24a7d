import { ensureBuild } from "./lib/build.mjs";
import { nodeBinary } from "./lib/paths.mjs";
import { capture, follow } from "./lib/run.mjs";
import { runCommand, SetupError } from "./lib/say.mjs";
import { setupBrain } from "./lib/setup.mjs";

const BUNDLE = ".cache/soak";

/** `npm run soak`: bundles bench/soak.ts (it may import from the sources) and runs it against the built product. */
runCommand(async () => {
  const { env } = await setupBrain();
  await ensureBuild();
  const { code, output } = await capture("vite", ["build", "--ssr", "bench/soak.ts", "--outDir", BUNDLE], { env });
  if (code !== 0) throw new SetupError(`The soak could not be bundled:\n${output.trim()}`);
  return follow(nodeBinary(), [`${BUNDLE}/soak.js`, ...process.argv.slice(2)], { env });
});
