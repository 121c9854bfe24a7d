import type { TurnRequest } from "../../turn";
import { identityOf } from "../conversation/identity";
import { type Plan, planFromHeld, planFromNothing, planResults } from "../conversation/plan";
import type { Session } from "./session";

/** A process for a turn, how it gets to the request, and how warm it was. */
export interface Taken {
  session: Session;
  plan: Plan;
  warm: "continued" | "spare" | "cold";
}

/**
 * The process that holds the request's history; else the understudy that holds the most of it; else a spare one.
 * Undefined when a new one has to be started.
 */
export function choose(sessions: ReadonlySet<Session>, request: TurnRequest): Taken | undefined {
  const identity = identityOf(request);
  const mine = [...sessions].filter((session) => session.identity === identity);
  return holding(mine, request) ?? standingBy(mine, request) ?? spare(sessions, request);
}

function holding(mine: Session[], request: TurnRequest): Taken | undefined {
  for (const session of mine) {
    if (session.state !== "idle" && session.state !== "calling") continue;
    const plan = session.state === "idle" ? planFromHeld(session.items, request) : planResults(session.items, request);
    if (plan && (plan.kind === "results" || plan.seeds.length === 0)) return { session, plan, warm: "continued" };
  }
  return undefined;
}

function standingBy(mine: Session[], request: TurnRequest): Taken | undefined {
  // One that is still being started would be ready only after a spare process.
  const standbys = mine.filter((session) => session.state === "standby" && session.hasStarted);
  for (const session of standbys.sort((a, b) => b.items.length - a.items.length)) {
    const plan = planFromHeld(session.items, request);
    if (plan) return { session, plan, warm: "continued" };
  }
  return undefined;
}

function spare(sessions: ReadonlySet<Session>, request: TurnRequest): Taken | undefined {
  const session = [...sessions].find(({ state }) => state === "spare");
  return session && { session, plan: planFromNothing(request), warm: "spare" };
}
