import { cpus, loadavg, totalmem } from "node:os";
import type { Book } from "./book";
import { extra, type Summary, shares, summarize } from "./measure";
import type { Arrival } from "./one-by-one";
import type { ProcessTree } from "./processes";
import { kinds } from "./rounds";
import type { TokenOut } from "./service";
import { table } from "./table";

/** What a run found; times in milliseconds. */
export interface Findings {
  rounds: number;
  seconds: number;
  cliVersion: string;
  book: Book;
  arrivals: Arrival[];
  /** When tokens left the CLI processes of the rounds. */
  tokensOut: TokenOut[];
  trees: { when: string; tree: ProcessTree | undefined }[];
  /** What the conditions were that a reader has to know. */
  notes: string[];
}

interface Ratio {
  what: string;
  value: number;
  wanted: string;
}

/** The findings as they are written to a file and as the tables are made of. */
export type Report = ReturnType<typeof makeReport>;

export function makeReport(found: Findings) {
  const { book } = found;
  const [byHand, through] = [book.of(kinds.warmProcess), book.of(kinds.next)];
  const share = (kind: string) => summarize(shares(found.tokensOut, book.of(kind).read));
  const own = share(kinds.next);
  const first = (kind: string) => summarize(book.of(kind).first).median;
  const ratios: Ratio[] = [
    { what: "next turn / warm process by hand", value: first(kinds.next) / first(kinds.warmProcess), wanted: "<= 1.2" },
    {
      what: "first turn / process a request",
      value: first(kinds.first) / first(kinds.processARequest),
      wanted: "<= 0.25",
    },
    { what: "own share of a token, ms at p95", value: own.p95, wanted: "< 1" },
    { what: "barge-in reaches upstream, ms", value: summarize(book.bargeIns).median, wanted: "< 100" },
  ];
  return {
    machine: {
      platform: process.platform,
      cores: cpus().length,
      processor: cpus()[0]?.model.trim() ?? "",
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      load: loadavg().map((load) => Number(load.toFixed(2))),
    },
    node: process.version,
    cli: found.cliVersion,
    rounds: found.rounds,
    seconds: Math.round(found.seconds),
    notes: found.notes,
    turns: [...book.kinds].map(([kind, times]) => ({
      kind,
      firstToken: summarize(times.first),
      betweenTokens: summarize(times.between),
      delay: summarize(times.delay),
    })),
    ownShare: { next: own, first: share(kinds.first), delayBeyondByHand: extra(through.delay, byHand.delay) },
    bargeIn: summarize(book.bargeIns),
    arrivals: found.arrivals,
    processes: found.trees,
    ratios,
  };
}

const figure = (value: number) => (Number.isNaN(value) ? "-" : value.toFixed(value < 10 ? 2 : 1));
const pair = ({ median, p95 }: Summary) => [figure(median), figure(p95)];

const row = (summary: Summary) => [String(summary.count), ...pair(summary)];

/** The report as tables in text. */
export function toText(report: Report): string {
  const { machine } = report;
  return [
    `${machine.cores} cores (${machine.processor}), ${machine.platform}, Node ${report.node}, Claude CLI ${report.cli}`,
    `${report.rounds} rounds in ${report.seconds} s; load ${machine.load.join(" ")}`,
    ...report.notes.map((note) => `- ${note}`),
    "",
    ...table(
      ["milliseconds", "n", "first: median", "p95", "between: median", "p95", "delay: median", "p95"],
      report.turns.map(({ kind, firstToken, betweenTokens, delay }) => [
        kind,
        String(firstToken.count),
        ...[firstToken, betweenTokens, delay].flatMap(pair),
      ]),
    ),
    "",
    ...table(
      ["milliseconds", "n", "median", "p95"],
      [
        ["Brainstem's own share of a token, CLI to client: next turns", ...row(report.ownShare.next)],
        ["  in first turns, while the next spare starts", ...row(report.ownShare.first)],
        ["  delay of next turns less that of c", ...row(report.ownShare.delayBeyondByHand)],
        ["barge-in: client gone to upstream closed", ...row(report.bargeIn)],
      ],
    ),
    "",
    ...table(
      ["tokens one by one", "a second", "sent", "events", "reads"],
      report.arrivals.map(({ way, tokensASecond, sent, events, reads }) =>
        [way, tokensASecond, sent, events, reads].map(String),
      ),
    ),
    "",
    ...table(
      ["Brainstem with its CLI processes", "processes", "resident MiB"],
      report.processes.map(({ when, tree }) => [
        when,
        String(tree?.processes ?? "-"),
        tree ? tree.residentMiB.toFixed(0) : "-",
      ]),
    ),
    "",
    ...table(
      ["ratio", "found", "wanted"],
      report.ratios.map(({ what, value, wanted }) => [what, figure(value), wanted]),
    ),
  ].join("\n");
}
