import { chmodSync, closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import path from "node:path";
import { encodeRecord } from "./log-record";

/** A log of events. No call ever throws or waits for the disk. Never pass what a person or the model said. */
export interface Log {
  info(event: string, data?: Record<string, unknown>): void;
  warn(event: string, data?: Record<string, unknown>): void;
  error(event: string, data?: Record<string, unknown>): void;
}

/** A log with a file behind it. */
export interface FileLog extends Log {
  /** From now on these never reach the file, whatever they look like; asked anew for each line. */
  hide(secrets: () => string[]): void;
  /** Writes what is in memory and lets go of the file; later events are dropped. */
  close(): void;
}

const MAX_BYTES = 1024 * 1024;
const OLD_FILES = 2;
const FLUSH_MS = 200;
/** Records in memory; more are dropped, as when the disk hangs. */
const MAX_WAITING = 10_000;

/**
 * Opens `home/logs/brainstem.log` (0600): one JSON object a line, keys and tokens blackened, at most 1 MiB a file, two
 * older files kept. Where it cannot be written, events are dropped. `alsoStderr` repeats each line there.
 */
export function openLog(home: string, options: { alsoStderr?: boolean } = {}): FileLog {
  const folder = path.join(home, "logs");
  const file = path.join(folder, "brainstem.log");
  let waiting: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  let fd: number | undefined;
  let size = 0;
  let closed = false;
  let known: () => string[] = () => [];
  let torn = false;

  function write(level: string, event: string, data: Record<string, unknown> | undefined): void {
    if (closed) return;
    const line = encodeRecord(level, event, data, known());
    if (options.alsoStderr) ignoreFailure(() => writeSync(2, line));
    if (waiting.length < MAX_WAITING) waiting.push(line);
    if (level === "error") flush();
    else timer ??= setTimeout(flush, FLUSH_MS).unref();
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const lines = waiting;
    waiting = [];
    ignoreFailure(() => {
      for (const line of lines) append(Buffer.from(line));
    });
  }

  function append(line: Buffer): void {
    if (fd === undefined) openFile();
    if (size > 0 && size + line.length > MAX_BYTES) rotate();
    // Counted before writing: a torn line of a full disk takes room as well.
    size += line.length;
    if (fd === undefined) return;
    // What a full disk has torn must not swallow the next line.
    const whole = torn ? Buffer.concat([Buffer.from("\n"), line]) : line;
    torn = true;
    torn = writeSync(fd, whole) < whole.length;
  }

  function openFile(): void {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    fd = openSync(file, "a", 0o600);
    ignoreFailure(() => chmodSync(file, 0o600));
    size = fstatSync(fd).size;
  }

  function rotate(): void {
    release();
    for (let age = OLD_FILES; age > 0; age--) {
      ignoreFailure(() => renameSync(age === 1 ? file : `${file}.${age - 1}`, `${file}.${age}`));
    }
    openFile();
  }

  function release(): void {
    const open = fd;
    fd = undefined;
    if (open !== undefined) ignoreFailure(() => closeSync(open));
  }

  process.on("exit", flush);
  return {
    info: (event, data) => write("info", event, data),
    warn: (event, data) => write("warn", event, data),
    error: (event, data) => write("error", event, data),
    hide: (secrets) => {
      known = secrets;
    },
    close() {
      flush();
      closed = true;
      release();
      process.off("exit", flush);
    },
  };
}

/** A log that cannot be written is no reason to stop working. */
function ignoreFailure(action: () => void): void {
  try {
    action();
  } catch {}
}
