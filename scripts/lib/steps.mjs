import { seconds } from "./say.mjs";

/**
 * How many tests ran in a step, and how they ended.
 * @typedef {{ passed: number, failed: number }} Counts
 * @typedef {{ name: string, run: (context: { env: NodeJS.ProcessEnv }) => Promise<Counts> }} Step
 */

/**
 * The steps with these names, in their own order; all without names, undefined when a name is unknown.
 * @param {Step[]} steps
 * @param {string[]} names
 */
export function chooseSteps(steps, names) {
  if (names.some((name) => !steps.some((step) => step.name === name))) return undefined;
  return names.length === 0 ? steps : steps.filter((step) => names.includes(step.name));
}

/**
 * Runs every step, also after one that failed; a step that throws counts as one failure.
 * @param {Step[]} steps
 * @param {{ env: NodeJS.ProcessEnv }} context
 * @param {(line: string) => void} [print]
 * @returns {Promise<Counts>}
 */
export async function runSteps(steps, context, print = (line) => process.stdout.write(`${line}\n`)) {
  const totals = { passed: 0, failed: 0 };
  const table = [];
  for (const step of steps) {
    print(`\n── ${step.name}`);
    const started = Date.now();
    const counts = await step.run(context).catch((error) => {
      print(error?.message ?? String(error));
      return { passed: 0, failed: 1 };
    });
    totals.passed += counts.passed;
    totals.failed += counts.failed;
    const mark = counts.failed > 0 ? "✗" : "✓";
    const line = `${mark} ${step.name}: ${describe(counts)} (${seconds(Date.now() - started)})`;
    print(line);
    table.push(line);
  }
  print(`\n${table.join("\n")}\n`);
  return totals;
}

/** @param {Counts} counts */
export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

function describe({ passed, failed }) {
  return failed > 0 ? `${failed} failed, ${passed} passed` : `${passed} passed`;
}
