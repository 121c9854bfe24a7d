import { appendFile, readFile, rm, stat, truncate } from "node:fs/promises";
import path from "node:path";
import { UsageRow } from "../../src-shared/usage";
import { createListeners } from "../listeners";
import { fileFailure } from "./failure";
import { Queue } from "./queue";
import { replaceFile } from "./replace-file";

/** Days that are kept. */
const keptDays = 400;
/** Lines that wait in memory for room on the disk; the oldest are given up. */
const mostWaiting = 10_000;
/** Bytes of the file above which its lines are summed up at the next start. */
const sumUpAbove = 2 * 1024 * 1024;

export interface UsageStore {
  /** Adds one turn. Never rejects: what a full disk refuses is written with the next one. */
  add(row: UsageRow): void;
  /** Summed up by day, backend, model and client; newest day first. */
  rows(): UsageRow[];
  /** Deletes all of it for good. Rejects with a sentence when the file could not be deleted. */
  clear(): Promise<void>;
  onChange(listener: () => void): () => void;
  /** Resolves when all is written. */
  close(): Promise<void>;
}

/** Opens `usage.jsonl` in `home`: a line a turn, summed up when the file has grown. */
export async function openUsage(home: string, today: Date): Promise<UsageStore> {
  const file = path.join(home, "usage.jsonl");
  const queue = new Queue();
  const changes = createListeners();
  const sums = new Map<string, UsageRow>();
  const oldest = dayOf(new Date(today.getTime() - keptDays * 86_400_000));

  const add = (row: UsageRow): void => {
    const key = [row.day, row.backend, row.model, row.client].join("\n");
    const sum = sums.get(key);
    sums.set(key, sum ? plus(sum, row) : row);
  };

  const text = await readFile(file, "utf8").catch(() => "");
  for (const line of text.split("\n")) {
    const row = readRow(line);
    if (row && row.day >= oldest) add(row);
  }
  let length = (await stat(file).catch(() => undefined))?.size ?? 0;
  if (length > sumUpAbove) {
    await replaceFile(file, [...sums.values()].map(toLine).join("")).catch(() => {});
    length = (await stat(file).catch(() => undefined))?.size ?? 0;
  }
  // A line that a crash tore must not swallow the next one.
  let torn = text !== "" && !text.endsWith("\n");
  /** Lines that are not on disk yet. */
  let waiting: string[] = [];

  async function write(): Promise<void> {
    const lines = waiting;
    if (lines.length === 0) return;
    waiting = [];
    try {
      await appendFile(file, (torn ? "\n" : "") + lines.join(""), { mode: 0o600 });
      torn = false;
    } catch {
      // A full disk may have taken half a line. What it took whole comes a second time only if that cannot be undone.
      const undone = await truncate(file, length).then(
        () => true,
        () => false,
      );
      torn ||= !undone;
      waiting = [...lines, ...waiting].slice(-mostWaiting);
      return;
    }
    length = (await stat(file).catch(() => undefined))?.size ?? length;
  }

  return {
    add(row) {
      add(row);
      changes.tell();
      waiting.push(toLine(row));
      void queue.run(write);
    },
    rows: () => [...sums.values()].sort((a, b) => b.day.localeCompare(a.day) || b.promptTokens - a.promptTokens),
    clear: () =>
      queue.run(async () => {
        await rm(file, { force: true }).catch((error: unknown) => {
          throw fileFailure("usage_undeleted", error);
        });
        sums.clear();
        waiting = [];
        length = 0;
        torn = false;
        changes.tell();
      }),
    onChange: changes.on,
    close: () => queue.run(write),
  };
}

/** The local day of a moment, `YYYY-MM-DD`. */
export function dayOf(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** RFC 4180: a header, one line a row, fields quoted where they need it. A leading `=` is made harmless for spreadsheets. */
export function toCsv(rows: readonly UsageRow[]): string {
  const names = Object.keys(UsageRow.shape) as (keyof UsageRow)[];
  const field = (value: string | number): string => {
    const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [names, ...rows.map((row) => names.map((name) => row[name]))]
    .map((line) => `${line.map(field).join(",")}\r\n`)
    .join("");
}

const toLine = (row: UsageRow): string => `${JSON.stringify(row)}\n`;

function readRow(line: string): UsageRow | undefined {
  try {
    return UsageRow.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

function plus(a: UsageRow, b: UsageRow): UsageRow {
  return {
    ...a,
    turns: a.turns + b.turns,
    promptTokens: a.promptTokens + b.promptTokens,
    cachedTokens: a.cachedTokens + b.cachedTokens,
    completionTokens: a.completionTokens + b.completionTokens,
    costUsd: a.costUsd + b.costUsd,
  };
}
