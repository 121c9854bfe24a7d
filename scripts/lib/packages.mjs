import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { capture } from "./run.mjs";
import { SetupError, say, seconds } from "./say.mjs";

const modules = join(root, "node_modules");
const stamp = join(modules, ".brainstem-lock");

/** Installs the npm packages unless those of this package-lock.json are there. */
export async function ensurePackages() {
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const started = Date.now();
  say("Installing the npm packages (about half a minute, once) …");
  await install();
  await ensureNode();
  writeFileSync(stamp, wanted);
  say(`  npm packages are there (${seconds(Date.now() - started)})`);
}

/**
 * `npm ci` is exact; newer ones refuse a lock file that leaves out other platforms' optional packages, and a macOS or
 * Windows machine may need just those. `npm install` then keeps to the lock for all that it lists.
 */
async function install() {
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  if (process.platform === "linux" && (await capture("npm", ["ci", ...quiet])).code === 0) return;
  const { code, output } = await capture("npm", ["install", "--no-save", ...quiet]);
  if (code !== 0) throw new SetupError(`npm could not install the packages:\n${output.trim()}`);
}

/** The package `node` brings its binary by an install script, which npm may have been told not to run. */
async function ensureNode() {
  const folder = join(modules, "node");
  if (existsSync(join(folder, "bin", process.platform === "win32" ? "node.exe" : "node"))) return;
  const { code, output } = await capture(process.execPath, ["installArchSpecificPackage.js"], { cwd: folder });
  if (code !== 0) throw new SetupError(`Node 24 could not be installed:\n${output.trim()}`);
}
