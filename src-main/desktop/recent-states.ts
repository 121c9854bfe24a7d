import type { Service } from "../service/service";

const kept = 30;

/** The brain's latest states with their times, oldest first; each turn is not one. */
export function watchStates(service: Pick<Service, "onStatus">): () => readonly string[] {
  const states: string[] = [];
  let last = "";
  service.onStatus(({ state, reason }) => {
    const shown = state === "busy" ? "ready" : state;
    const words = reason ? `${shown} (${reason})` : shown;
    if (words === last) return;
    last = words;
    states.push(`${new Date().toISOString()} ${words}`);
    if (states.length > kept) states.shift();
  });
  return () => states;
}
