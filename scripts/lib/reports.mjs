/**
 * What a test runner's JSON report says. A runner that failed without a failed test (a file that does not load, an
 * error outside of a test, no report at all) counts as one failure, so that nothing red adds up to green.
 * @typedef {import("./steps.mjs").Counts} Counts
 */

/**
 * @param {{ numPassedTests?: number, numFailedTests?: number } | undefined} report of `vitest --reporter=json`
 * @param {number} code the runner's exit code
 * @returns {Counts}
 */
export function countVitest(report, code) {
  return honest({ passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }, code);
}

/**
 * @param {{ stats?: { expected: number, unexpected: number, flaky: number } } | undefined} report of Playwright's json
 * @param {number} code the runner's exit code
 * @returns {Counts}
 */
export function countPlaywright(report, code) {
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  return honest({ passed: expected, failed: unexpected + flaky }, code);
}

function honest({ passed, failed }, code) {
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}
