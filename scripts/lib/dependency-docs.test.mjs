import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "./paths.mjs";

const read = (name) => readFileSync(join(root, name), "utf8");
const wanted = Object.keys(JSON.parse(read("package.json")).devDependencies).sort();
const lock = JSON.parse(read("package-lock.json")).packages;

/** The rows of docs/dependencies.md: a row may tell of several packages, with their versions in the same order. */
const rows = [...read("docs/dependencies.md").matchAll(/^\| (`.*`) \| ([\d., ]+) \| ([^|]+) \| ([^|]+) \|$/gm)].flatMap(
  ([, names, versions, licence, why]) => {
    const all = versions.split(", ");
    return names
      .split(", ")
      .map((name, i) => ({ name: name.replaceAll("`", ""), version: all[i] ?? all[0], licence, why: why.trim() }));
  },
);

it("every direct dependency has its reason in docs/dependencies.md, and nothing else has one", () => {
  expect(rows.map(({ name }) => name).sort()).toEqual(wanted);
  for (const { name, why } of rows) expect([name, why.length > 3]).toEqual([name, true]);
});

it("the versions and licences there are the ones that are installed", () => {
  const told = rows.map(({ name, version, licence }) => [name, version, licence]);
  const installed = rows.map(({ name, licence }) => {
    const { version, license = "" } = lock[`node_modules/${name}`] ?? {};
    return [name, version, license.replace(/[()]/g, "").replace(" OR ", " or ") || licence];
  });
  expect(told).toEqual(installed);
});
