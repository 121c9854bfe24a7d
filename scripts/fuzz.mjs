import { parseArgs } from "node:util";
import { ensureBuild } from "./lib/build.mjs";
import { follow } from "./lib/run.mjs";
import { runCommand } from "./lib/say.mjs";
import { setupBrain } from "./lib/setup.mjs";

/** `npm run fuzz`: 100,000 requests that nobody should send, against the built server; the same seed sends the same. */
runCommand(async () => {
  const { values } = parseArgs({
    options: { requests: { type: "string", default: "100000" }, seed: { type: "string", default: "20261" } },
  });
  const { env } = await setupBrain();
  await ensureBuild();
  return follow("playwright", ["test", "e2e/trust/fuzz.spec.ts"], {
    env: { ...env, BRAINSTEM_FUZZ: values.requests, BRAINSTEM_FUZZ_SEED: values.seed },
  });
});
