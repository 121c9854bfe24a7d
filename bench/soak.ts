import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Held, soak } from "./soak/soak";

/** `npm run soak`: many turns of every kind against the built product, and what it holds before and after. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      turns: { type: "string", default: "2000" },
      minutes: { type: "string", default: "10" },
      "at-once": { type: "string", default: "4" },
      seed: { type: "string", default: "1" },
    },
  });
  if (process.platform !== "linux") throw new Error("The soak reads /proc, which only Linux has.");
  const turns = Number(values.turns);
  const result = await soak({
    root: resolve("."),
    turns,
    seconds: Number(values.minutes) * 60,
    atOnce: Number(values["at-once"]),
    seed: Number(values.seed),
    progress: (done) => {
      if (done % 100 === 0) process.stdout.write(`  ${done} of ${turns}\n`);
    },
  });
  const { start, end } = result;
  const taken = Object.values(result.turns).reduce((sum, each) => sum + each, 0);
  process.stdout.write(`${taken} turns, ${result.seconds} s: ${JSON.stringify(result.turns)}\n\n`);
  const line = (name: string, field: keyof Held) => `| ${name} | ${start[field]} | ${end[field]} |\n`;
  process.stdout.write(
    `| | after the first tenth | at the end |\n| --- | ---: | ---: |\n${line("Memory, MiB", "memoryMiB")}${line("Open handles", "handles")}${line("Claude processes", "processes")}${line("Entries in its temporary folder", "temporary")}${line("Entries in its data folder", "data")}`,
  );
  process.stdout.write(`\nProcesses left after it was asked to end: ${result.left}\n`);
  for (const each of result.wrong) process.stdout.write(`${each}\n`);
  return result.wrong.length > 0 || result.left > 0 ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
