import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { all } from "./mutants/all.mjs";
import { root } from "./paths.mjs";

it.each(Object.entries(all))("every guard of %s that can be taken away stands in the code once", (_group, mutants) => {
  const missing = mutants.filter(({ file, from }) => readFileSync(join(root, file), "utf8").split(from).length !== 2);
  expect(missing.map(({ name, file }) => `${name}: ${file}`)).toEqual([]);
  expect(mutants.flatMap(({ tests }) => tests).filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
