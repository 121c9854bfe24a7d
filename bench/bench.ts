import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Book } from "./book";
import { crowd, crowdOfProcesses } from "./crowd";
import { arrivals } from "./one-by-one";
import { type ProcessTree, pause, readTree, settle } from "./processes";
import { makeReport, toText } from "./report";
import { createRounds } from "./rounds";
import { setStage, settings } from "./stage";

/** Milliseconds after which no further round is begun: the whole is to take less than five minutes. */
const longest = 210_000;
/** How many clients ask at once, and how often each. */
const crowds = [
  [1, 10],
  [4, 9],
  [16, 3],
] as const;

/**
 * Measures Brainstem beside the ways to do without it. Prints tables; `--json FILE` keeps the figures, `--turns N` sets
 * how often each kind of turn is measured (30). Nothing passes or fails here.
 */
async function bench(): Promise<void> {
  const { values } = parseArgs({ options: { turns: { type: "string", default: "30" }, json: { type: "string" } } });
  const turns = Number(values.turns);
  if (!Number.isInteger(turns) || turns < 1 || turns > 100) throw new Error("--turns takes a number from 1 to 100.");
  const cli = process.env["BRAINSTEM_CLAUDE_PATH"];
  if (!cli) throw new Error("BRAINSTEM_CLAUDE_PATH is not set: run it with `npm run bench`.");

  const began = performance.now();
  const stage = await setStage(cli);
  const book = new Book();
  const trees: { when: string; tree: ProcessTree | undefined }[] = [];
  const look = (when: string) => trees.push({ when, tree: readTree(stage.pid()) });
  try {
    await settle(stage.pid());
    look("started, no conversation yet");
    const round = await createRounds(stage, book);
    let rounds = 0;
    for (; rounds < turns && performance.now() - began < longest; rounds += 1) {
      await round();
      if ((rounds + 1) % 5 === 0) process.stderr.write(`${rounds + 1} of ${turns} rounds\n`);
    }
    look("after the rounds, at rest");
    const arrived = await arrivals(stage);

    const tokensOut = await stage.restart(settings.atOnce);
    await settle(stage.pid());
    for (const [clients, turnsEach] of crowds) {
      if (clients > 1) await crowdOfProcesses(stage, book, clients);
      const tree = await crowd(stage, book, clients, turnsEach);
      trees.push({ when: `${clients} at once, most`, tree });
    }
    const report = makeReport({
      rounds,
      seconds: (performance.now() - began) / 1000,
      cliVersion: stage.cliVersion,
      book,
      arrivals: arrived,
      tokensOut,
      trees,
      notes: [
        "all ways ask the same stand-in of the Messages API on loopback; it sends its first token at once",
        "kinds of turns alternate within a round, one turn at a time, but for those at once",
        `between turns of Brainstem: until its processes are at rest again (${pause.least} to ${pause.most} ms)`,
        `Brainstem's settings that are not the defaults: ${JSON.stringify(settings)}`,
      ],
    });
    process.stdout.write(`${toText(report)}\n`);
    if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  } finally {
    await stage.close();
  }
}

await bench().catch((error: unknown) => {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
