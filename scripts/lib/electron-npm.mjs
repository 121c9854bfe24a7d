import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { childEnv, nodeBinary, root } from "./paths.mjs";
import { capture } from "./run.mjs";
import { say, seconds } from "./say.mjs";

const folder = join(root, "node_modules/electron");
const dist = join(folder, "dist");
/** Where the package downloads from, unless a mirror is set. */
const ORIGIN = "https://github.com";

/** The folder of the Electron that the npm package has already downloaded in the version it wants. */
export async function npmElectron() {
  if (!existsSync(join(dist, "version"))) return undefined;
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return readFileSync(join(dist, "version"), "utf8").trim().replace(/^v/, "") === version ? dist : undefined;
}

/** Lets the npm package download its Electron; resolves to undefined, within seconds, where that is out of reach. */
export async function downloadElectron() {
  const started = Date.now();
  say("Downloading Electron (about 120 MB, once) …");
  if (!(await reachable())) {
    say(`  out of reach from here (${seconds(Date.now() - started)})`);
    return undefined;
  }
  const { code, output } = await capture(nodeBinary(), [join(folder, "install.js")], { timeoutMs: 15 * 60_000 });
  if (code !== 0) {
    say(`  the download failed: ${output.trim().split("\n")[0]}`);
    return undefined;
  }
  say(`  Electron is there (${seconds(Date.now() - started)})`);
  return npmElectron();
}

/** Behind a proxy only the download itself can tell. */
async function reachable() {
  const env = process.env;
  if (env.HTTPS_PROXY || env.https_proxy || env.ELECTRON_GET_USE_PROXY) return true;
  const origin = env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror ?? ORIGIN;
  const probe = `fetch(${JSON.stringify(origin)},{method:"HEAD",signal:AbortSignal.timeout(10000)}).then(()=>process.exit(0),()=>process.exit(1))`;
  return (await capture(nodeBinary(), ["-e", probe], { env: childEnv(), timeoutMs: 15_000 })).code === 0;
}
