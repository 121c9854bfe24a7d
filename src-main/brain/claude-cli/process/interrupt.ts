import type { CliProcess } from "./process";

/** Milliseconds between two interrupts: one that arrives within the message's own millisecond is lost. */
const interruptEvery = 25;
/** Milliseconds that an interrupted process has to answer before it is killed with its group. */
const answersWithin = 2000;

/**
 * Stops an answer, so that upstream closes at once, and then ends the process: what it holds now is no longer the
 * client's history. Returns what to call when the turn's `result` has come.
 */
export function interruptAndEnd(process: CliProcess): () => void {
  const interrupt = () => void process.request({ subtype: "interrupt" });
  const again = setInterval(interrupt, interruptEvery);
  const lost = setTimeout(() => process.kill("SIGKILL"), answersWithin);
  const settle = () => {
    clearInterval(again);
    clearTimeout(lost);
    process.kill();
  };
  void process.ended.then(settle);
  interrupt();
  return settle;
}
