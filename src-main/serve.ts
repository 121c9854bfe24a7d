import { version } from "../package.json";
import { openLog } from "./log";
import { createService } from "./service";
import { openEndpointKey } from "./storage/endpoint-key";
import { findHome, prepareHome } from "./storage/home";
import { openSettings } from "./storage/settings";

/**
 * The brain and its endpoint without a window, on plain Node. Once the brain can answer, one line on stdout tells
 * where: `{"event":"listening","baseUrl":…,"pid":…}`. What is wrong goes to stderr, once each. Ends on SIGINT, SIGTERM.
 */
async function serve(): Promise<void> {
  const home = findHome(process.env);
  await prepareHome(home);
  const log = openLog(home);
  const settings = await openSettings(home);
  const fixed = process.env["BRAINSTEM_API_KEY"];
  const key = await openEndpointKey(home, fixed === undefined ? {} : { fixed });
  for (const said of [...settings.problems, ...key.problems]) process.stderr.write(`${said}\n`);

  const service = createService({
    settings,
    key: key.get,
    home,
    version,
    demo: process.argv.includes("--demo"),
    env: process.env,
    log,
  });
  let told = false;
  let lastError = "";
  service.onStatus(({ state, baseUrl, reason, help }) => {
    if (state === "ready" && baseUrl && !told) {
      told = true;
      process.stdout.write(`${JSON.stringify({ event: "listening", baseUrl, pid: process.pid })}\n`);
    }
    const error = state === "error" ? `brainstem: ${reason}. ${help}` : "";
    if (error && error !== lastError) process.stderr.write(`${error}\n`);
    lastError = error;
  });

  let ending = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      void service.stop().finally(() => {
        log.close();
        process.exit(0);
      });
    });
  await service.start();
}

serve().catch((error: unknown) => {
  process.stderr.write(`brainstem: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
