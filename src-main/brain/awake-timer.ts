/** Milliseconds between two looks at the time. */
const step = 1000;

/**
 * Calls `late` once `ms` have passed in which this program ran: the sleep of a laptop does not count. Returns the
 * function that clears it.
 */
export function afterAwake(ms: number, late: () => void): () => void {
  let left = ms;
  let looked = performance.now();
  let timer: NodeJS.Timeout;
  const next = () => {
    timer = setTimeout(look, Math.min(step, Math.max(0, left)));
  };
  const look = () => {
    const now = performance.now();
    left -= Math.min(now - looked, 3 * step);
    looked = now;
    // A timer may be a fraction of a millisecond early.
    if (left < 1) late();
    else next();
  };
  next();
  return () => clearTimeout(timer);
}
