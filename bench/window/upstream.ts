import type { Step } from "../../src-main/demo/messages-api";
import { type StandIn, startStandIn } from "../../src-main/demo/stand-in";
import { paragraph } from "./texts";

/** What the next answers are: so many tokens a second, for so long. */
export interface Rate {
  tokensASecond: number;
  seconds: number;
}

/** Answers every question with a stream at the rate that `rate` has by then. */
export async function startUpstream(): Promise<StandIn & { rate: Rate }> {
  const rate: Rate = { tokensASecond: 20, seconds: 1 };
  const standIn = await startStandIn({ respond: () => ({ steps: stream({ ...rate }) }) });
  return { ...standIn, rate };
}

async function* stream({ tokensASecond, seconds }: Rate): AsyncGenerator<Step> {
  const began = performance.now();
  let sent = 0;
  for (const text of tokens()) {
    if (sent >= tokensASecond * seconds) return;
    // By the clock and not by pauses, so that the rate holds on a busy machine too.
    while (sent >= ((performance.now() - began) / 1000) * tokensASecond + 1) yield { wait: 4 };
    yield { text };
    sent += 1;
  }
}

/** Endless Markdown in pieces of about five characters. */
function* tokens(): Generator<string> {
  for (let index = 0; ; index += 1) yield* paragraph(index).match(/[\s\S]{1,5}/g) ?? [];
}
