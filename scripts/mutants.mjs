import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mutants } from "./lib/mutants.mjs";
import { root } from "./lib/paths.mjs";
import { capture } from "./lib/run.mjs";
import { runCommand, SetupError } from "./lib/say.mjs";
import { setupTests } from "./lib/setup.mjs";

/** What the tests need of the checkout. */
const PARTS = ["src-main", "src-preload", "src-renderer", "src-shared", "locales", "resources", "scripts"];
const FILES = ["package.json", "package-lock.json", "tsconfig.json", "vitest.config.ts"];

/**
 * `npm run mutants`: takes one guard after the other away, in a copy of the sources, and tells whether the tests beside
 * it noticed. Words after `--` choose among the guards. Fails when one went unnoticed.
 */
runCommand(async () => {
  const words = process.argv.slice(2);
  const chosen = mutants.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  if (chosen.length === 0) throw new SetupError("No guard is called so.");
  const { env } = await setupTests();
  const copy = mkdtempSync(join(tmpdir(), "mutants-"));
  try {
    for (const name of [...PARTS, ...FILES]) cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
    const passes = async (tests) =>
      (await capture("vitest", ["run", "--bail=1", ...tests], { cwd: copy, env })).code === 0;
    for (const tests of new Set(chosen.map((mutant) => mutant.tests.join(" ")))) {
      if (!(await passes(tests.split(" ")))) throw new SetupError(`${tests} fails already, so it can tell nothing.`);
    }
    let unnoticed = 0;
    for (const { name, file, from, to, tests } of chosen) {
      const path = join(copy, file);
      const sound = readFileSync(path, "utf8");
      if (sound.split(from).length !== 2) throw new SetupError(`"${name}": ${file} does not have its line once.`);
      writeFileSync(
        path,
        sound.replace(from, () => to),
      );
      const noticed = !(await passes(tests));
      writeFileSync(path, sound);
      if (!noticed) unnoticed += 1;
      process.stdout.write(`${noticed ? "noticed  " : "UNNOTICED"} ${name} (${tests.join(", ")})\n`);
    }
    process.stdout.write(`${chosen.length - unnoticed} of ${chosen.length} noticed\n`);
    return unnoticed > 0 ? 1 : 0;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
