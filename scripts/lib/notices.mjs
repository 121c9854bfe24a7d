import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";

/** @typedef {{ name: string, version: string, licence: string, text: string }} Notice */

/**
 * Gathers the licences of what is in the bundles, once they are built: `out/third-party.json` for the window, and
 * `out/THIRD-PARTY-NOTICES.txt` to be read.
 */
export function writeNotices() {
  const packages = JSON.parse(readFileSync(join(root, "out", "bundled-packages.json"), "utf8"));
  const all = new Map();
  for (const { name, version, license, path } of packages) {
    all.set(`${name} ${version}`, { name, version, licence: license || "unknown", text: textIn(join(root, path)) });
  }
  const notices = [...all.values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
  writeFileSync(join(root, "out", "third-party.json"), JSON.stringify(notices));
  writeFileSync(join(root, "out", "THIRD-PARTY-NOTICES.txt"), noticesText(notices));
}

/**
 * A package's licence in its own words; where it brings none, whose it is.
 * @param {string} folder
 */
export function textIn(folder) {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice)([.-].*)?$/i.test(entry.name))
    .map((entry) => readFileSync(join(folder, entry.name), "utf8").trim());
  if (files.length > 0) return files.join("\n\n");
  const { author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const by = typeof author === "string" ? author : author?.name;
  return by ? `Copyright ${by}` : "";
}

/** @param {readonly Notice[]} notices */
export function noticesText(notices) {
  const head =
    "Brainstem contains the following packages. The licences of Electron and Chromium lie beside the program, in\n" +
    "LICENSE.electron.txt and LICENSES.chromium.html.\n";
  const parts = notices.map(
    ({ name, version, licence, text }) => `${name} ${version}\nLicence: ${licence}\n\n${text}\n`,
  );
  return [head, ...parts].join(`\n${"-".repeat(80)}\n\n`);
}
