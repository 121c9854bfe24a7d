/**
 * A change that takes a guard away, and the tests that must fail then. `from` stands once in the file; `only` names the
 * tests of the files that are run.
 * @typedef {{ name: string, file: string, from: string, to: string, tests: string[], only?: string }} Mutant
 */

/** @returns {Mutant} */
export function mutant(name, file, from, to, tests, only) {
  return { name, file, from, to, tests, ...(only && { only }) };
}
