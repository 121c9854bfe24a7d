import { version } from "../package.json";
import { Failure } from "./failure";
import { openLog } from "./logging/log";
import { lanRefusal } from "./service/lan-share";
import { createService } from "./service/service";
import { openStores } from "./service/stores";
import { findHome, prepareHome } from "./storage/home";
import { lockHome } from "./storage/home-lock";
import { boundYoungGeneration } from "./young-generation";

/**
 * The brain and its endpoint without a window, on plain Node. Once the brain can answer, one line on stdout tells
 * where: `{"event":"listening","baseUrl":…,"pid":…}`. What is wrong goes to stderr, once each. Ends on SIGINT, SIGTERM.
 */
async function serve(): Promise<void> {
  boundYoungGeneration();
  const home = findHome(process.env);
  await prepareHome(home);
  const unlockHome = lockHome(home);
  const log = openLog(home);
  const stores = await openStores(home, process.env);
  log.hide(stores.secretTexts);
  for (const { message } of stores.problems) process.stderr.write(`${message}\n`);

  const service = createService({
    stores,
    home,
    version,
    demo: process.argv.includes("--demo"),
    env: process.env,
    log,
  });
  let told = false;
  let lastError = "";
  let lastSharing = "";
  service.onStatus(({ state, baseUrl, reason, help, lan, lanProblem }) => {
    if (state === "ready" && baseUrl && !told) {
      told = true;
      process.stdout.write(`${JSON.stringify({ event: "listening", baseUrl, pid: process.pid })}\n`);
    }
    const error = state === "error" ? `brainstem: ${reason}. ${help}` : "";
    if (error && error !== lastError) process.stderr.write(`${error}\n`);
    lastError = error;
    const sharing = lanProblem
      ? (lanProblem === "short_key" ? lanRefusal(stores.key.get()) : new Failure("lan_no_network"))?.message
      : lan?.length && `Open to the network at ${lan.join(", ")}`;
    if (sharing && sharing !== lastSharing) process.stderr.write(`brainstem: ${sharing}\n`);
    lastSharing = sharing || "";
  });

  let ending = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      void service
        .stop()
        .then(stores.usage.close)
        .finally(() => {
          log.close();
          unlockHome();
          process.exit(0);
        });
    });
  await service.start();
}

serve().catch((error: unknown) => {
  process.stderr.write(`brainstem: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
