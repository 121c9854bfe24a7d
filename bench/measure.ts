/** Statistics of a run: pure, times in milliseconds. */

export interface Summary {
  count: number;
  median: number;
  p95: number;
}

/** The value that a share of `part` (0 to 1) of the values does not exceed, interpolated; NaN of none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

export function summarize(values: readonly number[]): Summary {
  return { count: values.length, median: quantile(values, 0.5), p95: quantile(values, 0.95) };
}

/** The times between neighbours. */
export function gaps(times: readonly number[]): number[] {
  return times.slice(1).map((time, index) => time - (times[index] ?? time));
}

/** From each token's write to its read; tokens that were never read are left out. */
export function delays(written: readonly number[], read: readonly number[]): number[] {
  return read.flatMap((time, index) => {
    const from = written[index];
    return from === undefined ? [] : [time - from];
  });
}

/** How much later tokens come through `whole` than through its `part`, compared at the middle and at the slow end. */
export function extra(whole: readonly number[], part: readonly number[]): Summary {
  const [through, by] = [summarize(whole), summarize(part)];
  return { count: through.count, median: through.median - by.median, p95: through.p95 - by.p95 };
}

/**
 * How long each token took from leaving a CLI process to the client that read it. `out`: every token that left, in
 * order; `read`: when the tokens of each answer were read. Answers must not overlap.
 */
export function shares(out: readonly { token: string; at: number }[], read: readonly number[][]): number[] {
  return read.flatMap((times) =>
    times.flatMap((time, index) => {
      const left = out.filter(({ token, at }) => token === `w${index}` && at <= time).pop();
      return left ? [time - left.at] : [];
    }),
  );
}
