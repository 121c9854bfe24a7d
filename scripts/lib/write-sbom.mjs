import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./paths.mjs";
import { capture } from "./run.mjs";
import { SetupError } from "./say.mjs";
import { billOfMaterials } from "./sbom.mjs";

/** Where packaging writes it; `electron-builder.yml` puts a copy beside the program's archive. */
export const SBOM = join(root, "dist/brainstem.cdx.json");

/**
 * Writes the bill of materials of what out/ holds and of this Electron.
 * @param {import("./electron.mjs").Electron} electron
 */
export async function writeBillOfMaterials(electron) {
  const read = (name) => JSON.parse(readFileSync(join(root, name), "utf8"));
  const { name, version, license } = read("package.json");
  const lock = read("package-lock.json").packages;
  const bill = billOfMaterials(
    { name, version, license },
    read("out/bundled-packages.json"),
    await versionsOf(electron),
    (path) => lock[path]?.integrity,
  );
  mkdirSync(dirname(SBOM), { recursive: true });
  writeFileSync(SBOM, `${JSON.stringify(bill, undefined, 2)}\n`);
}

/** What an Electron is made of, as it says itself. */
async function versionsOf({ executable }) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: "1" };
  const { code, stdout, output } = await capture(executable, ["-p", "JSON.stringify(process.versions)"], { env });
  if (code !== 0) throw new SetupError(`${executable} does not tell its versions:\n${output.trim()}`);
  return JSON.parse(stdout);
}
