import { runCommand, SetupError } from "./lib/say.mjs";
import { setupTests } from "./lib/setup.mjs";
import { chooseSteps, closingLine, runSteps } from "./lib/steps.mjs";
import { steps } from "./lib/test-steps.mjs";

/** `npm test`: every check there is; `npm test -- unit e2e` only those named. */
runCommand(async () => {
  const chosen = chooseSteps(steps, process.argv.slice(2));
  if (!chosen) throw new SetupError(`The steps are: ${steps.map((step) => step.name).join(", ")}`);
  const { env } = await setupTests();
  const totals = await runSteps(chosen, { env });
  process.stdout.write(`${closingLine(totals)}\n`);
  return totals.failed > 0 || totals.passed === 0 ? 1 : 0;
});
