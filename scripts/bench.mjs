import { ensureBuild } from "./lib/build.mjs";
import { nodeBinary } from "./lib/paths.mjs";
import { capture, follow } from "./lib/run.mjs";
import { runCommand, SetupError } from "./lib/say.mjs";
import { setupTests } from "./lib/setup.mjs";

const BUNDLE = ".cache/bench";

/** `npm run bench`: bundles bench/bench.ts (it may import from the sources) and runs it against the built product. */
runCommand(async () => {
  const { env } = await setupTests();
  await ensureBuild();
  const { code, output } = await capture("vite", ["build", "--ssr", "bench/bench.ts", "--outDir", BUNDLE], { env });
  if (code !== 0) throw new SetupError(`The benchmark could not be bundled:\n${output.trim()}`);
  return follow(nodeBinary(), [`${BUNDLE}/bench.js`, ...process.argv.slice(2)], { env });
});
