/** One line of progress for a person. On stderr, because stdout belongs to what a command answers. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** An expected failure: its message is a sentence that says what to do, shown without a stack. */
export class SetupError extends Error {
  name = "SetupError";
}

/**
 * Runs a command's main function; a {@link SetupError} ends it with its words alone.
 * @param {() => Promise<number | undefined>} main resolves to the exit code (0 when undefined)
 */
export async function runCommand(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    say(error instanceof SetupError ? `\n${error.message}` : (error?.stack ?? String(error)));
    process.exitCode = 1;
  }
}

/** Milliseconds as a person reads them, e.g. `3.2 s`. */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
