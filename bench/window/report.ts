import { cpus, loadavg } from "node:os";
import { quantile } from "../measure";
import { table } from "../table";
import type { Step } from "./large";
import type { Rest } from "./rest";
import type { Start } from "./start";
import { figures, type Streamed } from "./stream";

/** What a run measured; parts that were not asked for are absent. */
export interface Found {
  start?: { floor: Start[]; first: Start[]; next: Start[]; many: Start[] };
  stream?: Streamed;
  crowd?: Streamed;
  rest?: Rest[];
  large?: Step[];
}

const whole = (value: number) => (Number.isFinite(value) ? value.toFixed(0) : "-");
const fine = (value: number) => (Number.isFinite(value) ? value.toFixed(1) : "-");

/** Tables in text. */
export function toText({ start, stream, crowd, rest, large }: Found): string {
  const load = loadavg().map(fine).join(" ");
  const lines = [`${cpus().length} cores (${cpus()[0]?.model.trim()}), ${process.platform}; load ${load}`];
  if (start) {
    const row = (what: string, starts: Start[]) => {
      const usable = starts.map((one) => one.usable);
      const ready = starts.flatMap((one) => (one.ready === undefined ? [] : [one.ready - one.usable]));
      return [
        what,
        String(starts.length),
        ...[usable, ready].flatMap((all) => [quantile(all, 0.5), Math.max(...all)].map(whole)),
      ];
    };
    const head = ["start, ms", "n", "usable: median", "max", "brain ready after: median", "max"];
    const rows = [
      row("an empty window (floor)", start.floor),
      row("new data folder", start.first),
      row("next start", start.next),
      row("with 5,000 conversations", start.many),
    ];
    lines.push("", ...table(head, rows));
  }
  for (const [what, streamed] of [
    ["300 tokens a second into 100 turns", stream],
    ["20 answers behind, one shown", crowd],
  ] as const) {
    if (!streamed) continue;
    const { heapMiB, residentMiB, seen } = streamed;
    const rows = Object.entries(figures(seen)).map(([name, value]) => [name, fine(value)]);
    rows.push(["heap MiB, before and after", heapMiB.map(fine).join(" → ")]);
    rows.push(["resident MiB, before, after, collected", residentMiB.map(whole).join(" → ")]);
    lines.push("", ...table([what, "found"], rows));
  }
  if (rest) {
    const rows = rest.map(({ what, app, claude, residentMiB }) => [what, fine(app), fine(claude), whole(residentMiB)]);
    lines.push("", ...table(["at rest, % of a processor", "app", "claude", "app's MiB"], rows));
  }
  if (large) {
    const head = ["ms", "shown", "longest task", "main held", "frames dropped", "app's MiB"];
    const rows = large.map(({ what, ms, seen, residentMiB }) => {
      const { longestTask = 0, mainHeldMax = 0, droppedFrames = 0 } = figures(seen);
      return [what, whole(ms), whole(longestTask), fine(mainHeldMax), whole(droppedFrames), whole(residentMiB)];
    });
    lines.push("", ...table(head, rows));
  }
  return lines.join("\n");
}
