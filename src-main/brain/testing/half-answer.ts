import type { Reply, Respond } from "../../demo/messages-api";

/** Answers who says "slow" with a half, and with the rest after `goOn`; all others with `otherwise`. */
export function answersInHalves(otherwise: Reply): { respond: Respond; goOn: () => void } {
  let goOn = () => {};
  const pause = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const inHalves: Reply = { steps: [{ text: "Half" }, { wait: pause }, { text: " and whole." }] };
  return {
    respond: ({ messages }) => (JSON.stringify(messages).includes("slow") ? inHalves : otherwise),
    goOn: () => goOn(),
  };
}
