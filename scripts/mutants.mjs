import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { all } from "./lib/mutants/all.mjs";
import { root } from "./lib/paths.mjs";
import { capture } from "./lib/run.mjs";
import { runCommand, SetupError } from "./lib/say.mjs";
import { setupTests } from "./lib/setup.mjs";

/** What the tests need of the checkout. */
const PARTS = ["src-main", "src-preload", "src-renderer", "src-shared", "locales", "resources", "scripts"];
const FILES = ["package.json", "package-lock.json", "tsconfig.json", "vitest.config.ts"];

/**
 * `npm run mutants`: takes one guard after the other away, in a copy of the sources, and tells whether the tests beside
 * it noticed. Words after `--` choose among the groups and guards. Fails when one went unnoticed.
 */
runCommand(async () => {
  const words = process.argv.slice(2);
  const chosen = Object.entries(all).flatMap(([group, mutants]) =>
    mutants.filter(({ name }) => words.length === 0 || words.some((word) => word === group || name.includes(word))),
  );
  if (chosen.length === 0) throw new SetupError("No guard is called so.");
  const { env } = await setupTests();
  const copy = mkdtempSync(join(tmpdir(), "mutants-"));
  try {
    for (const name of [...PARTS, ...FILES]) cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
    const passes = async ({ tests, only }) => {
      // What waits for a guard that is gone need not wait long; the Claude CLI takes its time.
      const args = ["run", "--bail=1", ...tests, ...(only ? ["-t", only] : ["--testTimeout=30000"])];
      return (await capture("vitest", args, { cwd: copy, env })).code === 0;
    };
    for (const mutant of new Map(chosen.map((each) => [each.tests.join(), each])).values()) {
      if (!(await passes(mutant))) throw new SetupError(`${mutant.tests} fails already, so it can tell nothing.`);
    }
    let unnoticed = 0;
    for (const mutant of chosen) {
      const { name, file, from, to, tests } = mutant;
      const path = join(copy, file);
      const sound = readFileSync(path, "utf8");
      if (sound.split(from).length !== 2) throw new SetupError(`"${name}": ${file} does not have its line once.`);
      writeFileSync(
        path,
        sound.replace(from, () => to),
      );
      const noticed = !(await passes(mutant));
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
