import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { measureLarge } from "./large";
import { type Machine, makeMachine } from "./machine";
import { type Found, toText } from "./report";
import { measureRest } from "./rest";
import { makeEmptyWindow, measureStart } from "./start";
import { measureCrowd, measureStream } from "./stream";
import { writeMany } from "./texts";
import { startUpstream } from "./upstream";

/** Conversations of somebody who has kept all of them for years. */
const many = 5000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "string", default: ".cache/bench/window.json" },
    seconds: { type: "string", default: "60" },
    rounds: { type: "string", default: "7" },
  },
});

/**
 * Measures the window of the packaged app. Parts by name: start, stream, crowd, rest, large; all of them without.
 * Fails only where it cannot measure.
 */
async function bench(): Promise<void> {
  const [program, electron] = [process.env["BRAINSTEM_APP"], process.env["BRAINSTEM_ELECTRON"]];
  if (!program || !electron) throw new Error("Run it with `npm run bench:window`.");
  const [seconds, rounds] = [Number(values.seconds), Number(values.rounds)];
  const upstream = await startUpstream();
  const machines: Machine[] = [];
  const machine = () => {
    const made = makeMachine(upstream.url);
    machines.push(made);
    return made;
  };
  const wants = (part: string) => positionals.length === 0 || positionals.includes(part);
  const found: Found = {};
  try {
    if (wants("start")) {
      const [empty, own, full] = [machine(), machine(), machine()];
      writeMany(full.home, many);
      const command = makeEmptyWindow(electron, empty);
      const starts: Found["start"] = { floor: [], first: [], next: [], many: [] };
      for (let round = 0; round < rounds; round += 1) {
        starts.floor.push(await measureStart(command, empty));
        starts.first.push(await measureStart([program], machine()));
        starts.next.push(await measureStart([program], own));
        starts.many.push(await measureStart([program], full));
      }
      // The first one of a data folder is not a next one.
      starts.next.shift();
      starts.many.shift();
      found.start = starts;
    }
    const place = () => ({ program, machine: machine(), rate: upstream.rate });
    if (wants("stream")) found.stream = await measureStream(place(), seconds);
    if (wants("crowd")) found.crowd = await measureCrowd(place(), Math.min(seconds, 20), 20);
    if (wants("rest")) found.rest = await measureRest(program, machine(), Math.min(seconds, 20));
    if (wants("large")) found.large = await measureLarge(program, machine(), many);
    process.stdout.write(`${toText(found)}\n`);
    writeFileSync(values.json, `${JSON.stringify(found, null, 2)}\n`);
  } finally {
    for (const made of machines) await made.remove();
    await upstream.close();
  }
}

await bench().catch((error: unknown) => {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
