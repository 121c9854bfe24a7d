import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureBuild, markOf } from "./build.mjs";
import { recall, remember } from "./memory.mjs";
import { childEnv, root } from "./paths.mjs";
import { capture } from "./run.mjs";
import { SetupError, say, seconds } from "./say.mjs";
import { compareVersions, parseVersion } from "./version.mjs";
import { SBOM, writeBillOfMaterials } from "./write-sbom.mjs";

/** The first with the fuse that takes extra privileges from `file:` pages; an older one refuses to be told. */
const FILE_FUSE_SINCE = "29.0.0";

/**
 * Packages the app with the given Electron into dist/, unless it is there already.
 * @param {import("./electron.mjs").Electron} electron
 * @param {{ release?: boolean, installers?: boolean }} [options] `release` shuts the inspector, which the tests need
 *   open; `installers` makes this platform's installers besides, each time
 * @returns {Promise<string>} the program's path
 */
export async function ensurePackage(electron, { release = false, installers = false } = {}) {
  const inputs = ["electron-builder.yml", "resources", "scripts/after-extract.mjs"].map((name) => join(root, name));
  const mark = [await ensureBuild(), markOf(inputs), electron.dir, electron.version, release].join(" ");
  const program = packagedProgram(process.platform, process.arch);
  if (recall("package") === mark && [program, SBOM].every((path) => existsSync(path)) && !installers) return program;
  const started = Date.now();
  say(`Packaging with Electron ${electron.version} …`);
  remember("package", undefined);
  await writeBillOfMaterials(electron);
  const { code, output } = await capture("electron-builder", builderArguments(electron, { release, installers }), {
    env: childEnv({ CSC_IDENTITY_AUTO_DISCOVERY: release ? "true" : "false" }),
  });
  if (code !== 0 || !existsSync(program)) throw new SetupError(`electron-builder failed:\n${output.trim()}`);
  remember("package", mark);
  say(`  ${program} (${seconds(Date.now() - started)})`);
  return program;
}

/**
 * Throws {@link SetupError} for an Electron that is older than the one package.json names: such a one is for tests.
 * @param {string} version
 * @param {string} wanted as package.json has it, e.g. `^45.4.1`
 */
export function checkReleasable(version, wanted) {
  const major = parseVersion(wanted)?.split(".")[0] ?? "";
  if (compareVersions(version, `${major}.0.0`) >= 0) return;
  throw new SetupError(
    `A release needs Electron ${major} or newer. Here is only ${version}, which gets no security fixes any more and is for tests. Release where Electron's own download can be reached (GitHub).`,
  );
}

/**
 * @param {{ dir: string, version: string }} electron
 * @param {{ release: boolean, installers: boolean }} options
 */
export function builderArguments({ dir, version }, { release, installers }) {
  const fileFuse = compareVersions(version, FILE_FUSE_SINCE) >= 0;
  return [
    ...(installers ? [] : ["--dir"]),
    "--publish=never",
    `-c.electronDist=${dir}`,
    `-c.electronVersion=${version}`,
    `-c.electronFuses.enableNodeCliInspectArguments=${!release}`,
    ...(fileFuse ? ["-c.electronFuses.grantFileProtocolExtraPrivileges=false"] : []),
  ];
}

/**
 * @param {NodeJS.Platform} platform
 * @param {string} arch
 */
export function packagedProgram(platform, arch) {
  const suffix = arch === "x64" ? "" : `-${arch}`;
  if (platform === "darwin") return join(root, `dist/mac${suffix}/Brainstem.app/Contents/MacOS/Brainstem`);
  if (platform === "win32") return join(root, `dist/win${suffix}-unpacked/brainstem.exe`);
  return join(root, `dist/linux${suffix}-unpacked/brainstem`);
}
