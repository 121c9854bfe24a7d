import type { Message } from "../../brain/turn";
import { goOn, type Match, type Standing } from "./call-match";

/**
 * Clients drop their oldest messages when a history grows long, some with a summary in their place. Such a request goes
 * on with a call when it begins with the end of the call's last request.
 */

/** Messages of a request that can be found again in the next. */
export const mostPrints = 200;
/** From so many messages on, they are the same call's whatever is told of its answer. */
const telltale = 4;

/** What of a trimmed history is the call's own. */
interface Overlap {
  /** New messages before it: none, or a summary. */
  lead: number;
  length: number;
  dropped: number;
}

/** How a request with a shortened history follows a call; undefined where it is of another. */
export function matchTrimmed(
  call: Standing,
  request: Standing["system"],
  messages: readonly Message[],
  prints: readonly string[],
): Match | undefined {
  if (request !== "" && call.system !== "" && request !== call.system) return undefined;
  const overlap = findOverlap(call, prints, 0) ?? findOverlap(call, prints, 1);
  if (!overlap) return undefined;
  const { lead, length, dropped } = overlap;
  const added = messages.slice(lead + length);
  // A few words such as "Yes" stand in many calls: there, the answer has to be told too.
  if (length < telltale && !added.some(({ role }) => role === "assistant")) return undefined;
  const next = goOn(call, added, length < telltale);
  if (next?.how !== "goes on") return undefined;
  return { ...next, rest: [...messages.slice(0, lead), ...next.rest], dropped, overlap: length };
}

/** The longest end of the call's messages that the request goes on with. */
function findOverlap(call: Standing, prints: readonly string[], lead: number): Overlap | undefined {
  const known = call.prints;
  for (let from = lead + 1; from < known.length - lead; from++) {
    const length = known.length - from;
    if (lead + length >= prints.length || known[from] !== prints[lead]) continue;
    let same = 1;
    while (same < length && known[from + same] === prints[lead + same]) same += 1;
    if (same === length) return { lead, length, dropped: call.length - length };
  }
  return undefined;
}
