import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askedText, type Scripted, say, startScripted } from "../../e2e/clients/scripted";
import { processesOf } from "../../e2e/desktop/processes";
import { residentMiB } from "../../e2e/load/memory";
import { Dice } from "../../e2e/trust/fuzz/dice";
import { openFiles } from "../../e2e/trust/resources";
import { type TurnKind, takeTurn, turnKinds } from "./turns";

/** What Brainstem holds of the machine. */
export interface Held {
  /** Resident memory of Brainstem itself, in MiB. */
  memoryMiB: number;
  /** Files, sockets and pipes that it has open. */
  handles: number;
  /** Claude CLI processes. */
  processes: number;
  /** Entries at the top of its temporary folder, and of its data folder. */
  temporary: number;
  data: number;
}

export interface SoakResult {
  turns: Record<TurnKind, number>;
  seconds: number;
  /** Turns that ended otherwise than they should have, in words. */
  wrong: string[];
  start: Held;
  end: Held;
  /** Claude CLI processes after Brainstem was asked to end. */
  left: number;
}

/** Takes turns of every kind, `atOnce` at a time, until there were `turns` or `seconds` are over. Linux only. */
export async function soak(options: {
  root: string;
  turns: number;
  seconds: number;
  atOnce: number;
  seed: number;
  progress?: (done: number) => void;
}): Promise<SoakResult> {
  const { root, turns, seconds, atOnce, seed, progress } = options;
  const temporary = mkdtempSync(join(tmpdir(), "soak-"));
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = temporary;
  const serving = await startScripted(root, (body) => respond(askedText(body))).finally(() => {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  });
  try {
    const dice = new Dice(seed);
    const wrong: string[] = [];
    const counts = Object.fromEntries(turnKinds.map((kind) => [kind, 0])) as Record<TurnKind, number>;
    let begun = 0;
    const endsAt = performance.now() + seconds * 1000;
    const take = async (most: number) => {
      while (begun < most && performance.now() < endsAt) {
        const number = begun++;
        const kind = number < atOnce ? "whole" : dice.one(turnKinds);
        const fault = await takeTurn(serving, kind, number);
        counts[kind] += 1;
        if (fault) wrong.push(`turn ${number} (${kind}): ${fault}`);
        progress?.(number + 1);
      }
    };
    const together = (most: number) => Promise.all(Array.from({ length: atOnce }, () => take(most)));
    // What is pooled and cached once is no growth: the start is behind the first tenth.
    await together(Math.ceil(turns / 10));
    const start = await rest(serving, temporary);
    const began = performance.now();
    await together(turns);
    const end = await rest(serving, temporary);
    const took = Math.round((performance.now() - began) / 1000);
    await serving.stop();
    const left = processesOf(serving.home).length;
    return { turns: counts, seconds: took, wrong, start, end, left };
  } finally {
    await serving.stop();
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** What the model says: the words, with errors and breaks where the question asks for them. */
function respond(question: string) {
  if (question.includes("overloaded")) return { status: 529, message: "Overloaded" };
  if (question.includes("refused")) return { status: 400, message: "no" };
  if (question.includes("cut")) return { steps: [{ text: "Half" }, { wait: 5 }, { cut: true as const }] };
  if (question.includes("endless")) return { steps: say("word ".repeat(10_000), 5) };
  return { steps: say(`Answer to ${question}.`, 1) };
}

/** Waits until no turn runs and what is over its limits has ended, then counts. */
async function rest({ baseUrl, pid, home }: Scripted, temporary: string): Promise<Held> {
  const count = (): Held => ({
    memoryMiB: Math.round(residentMiB(pid)),
    handles: openFiles(pid),
    processes: processesOf(home).filter(({ program }) => program.startsWith("claude")).length,
    temporary: readdirSync(temporary).length,
    data: readdirSync(home).length,
  });
  let last = "";
  for (let quiet = 0; quiet < 8; ) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const { busy } = (await (await fetch(new URL("/health", baseUrl))).json()) as { busy: boolean };
    const { handles, processes } = count();
    const now = `${busy} ${handles} ${processes}`;
    quiet = !busy && now === last ? quiet + 1 : 0;
    last = now;
  }
  return count();
}
