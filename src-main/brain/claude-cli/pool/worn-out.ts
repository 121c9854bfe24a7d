import type { Session } from "./session";

/** How many processes may live, and how long; see the settings of the same names. */
export interface PoolLimits {
  spares: number;
  maxIdle: number;
  idleMinutes: number;
  idleMemoryMiB: number;
  toolResultSeconds: number;
}

/** A process is replaced after so many turns: it grows with each. */
const mostTurns = 200;

/**
 * Which of the processes that hold conversations are too old, too many, too large together or wait in vain; `memory`
 * gives a process's resident MiB where it can be known.
 */
export function wornOut(
  holding: Session[],
  limits: PoolLimits,
  memory: (pid: number) => number | undefined,
): Session[] {
  const { maxIdle, idleMinutes, idleMemoryMiB, toolResultSeconds } = limits;
  const now = performance.now();
  let size = 0;
  return holding
    .sort((a, b) => b.lastUsed - a.lastUsed)
    .filter((session, index) => {
      size += memory(session.process.pid ?? 0) ?? 0;
      const allowed = session.state === "calling" ? toolResultSeconds * 1000 : idleMinutes * 60_000;
      const old = now - session.lastUsed > allowed || session.turns >= mostTurns;
      return index >= maxIdle || old || size > idleMemoryMiB;
    });
}
