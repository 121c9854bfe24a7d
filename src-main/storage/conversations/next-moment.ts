import type { ConversationSummary } from "../../../src-shared/conversation";

/** Milliseconds: a date further ahead comes from a clock that was wrong then, and is not followed. */
const farAhead = 26 * 3_600_000;

/**
 * The time of a change, in milliseconds since 1970: later than that of every change before it, so that a clock that is
 * set back does not put what is new behind what is old.
 */
export function nextMoment(known: Iterable<{ summary: ConversationSummary }>, now = Date.now()): number {
  let newest = 0;
  for (const { summary } of known) if (summary.updatedAt < now + farAhead) newest = Math.max(newest, summary.updatedAt);
  return Math.max(now, newest + 1);
}
