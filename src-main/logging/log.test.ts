import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bundle } from "../storage/bundle.fixture";
import { type FileLog, openLog } from "./log";

let home: string;
let log: FileLog | undefined;
const logFile = () => path.join(home, "logs", "brainstem.log");
const records = () =>
  readFileSync(logFile(), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "log-"));
});
afterEach(() => {
  log?.close();
  log = undefined;
  rmSync(home, { recursive: true, force: true });
});

test("each event is one line of JSON that only this person can read", () => {
  log = openLog(home);
  log.info("endpoint.listening", { port: 7411, note: "two\nlines" });
  log.warn("turn.slow");
  log.close();
  expect(records()).toMatchObject([
    { level: "info", event: "endpoint.listening", port: 7411, note: "two\nlines" },
    { level: "warn", event: "turn.slow" },
  ]);
  expect(statSync(logFile()).mode & 0o777).toBe(0o600);
});

test("keys and tokens never reach the file, wherever they stand", () => {
  log = openLog(home);
  const key = "bs-Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4";
  const token = "sk-ant-oat01-abcdefghijklmnop_QRST";
  log.info(`start ${key}`, {
    [token]: 1,
    authorization: "anything at all",
    deep: [{ header: `Bearer ${"x".repeat(40)}`, apiKey: "plainword" }],
    proxy: "http://alice:wonder@proxy.example:8080",
    promptTokens: 12,
  });
  log.error("failed", { error: new Error(`401 for ${token}`, { cause: `Authorization: bearer\t${"y".repeat(30)}` }) });
  log.close();
  const text = readFileSync(logFile(), "utf8");
  for (const secret of [key, token, "anything at all", "xxxxxxxx", "plainword", "wonder", "yyyyyyyy"]) {
    expect(text).not.toContain(secret);
  }
  expect(text).toContain("401 for");
  expect(records()[0]).toMatchObject({ promptTokens: 12 });
});

const opaque = "Zm9vYmFyYmF6cXV4Zm9v";
/** What is planted, and the part of it that must not be found. */
const planted: [string, string][] = [
  [`bs-${opaque}_-x`, opaque],
  [`sk-ant-api03-${opaque}-AA`, opaque],
  [`sk-ant-oat01-${opaque}`, opaque],
  [`sk-ant-ort01-${opaque}`, opaque],
  [`sk-proj-${opaque}`, opaque],
  [`AIzaSy${opaque}abcdefghijk`, opaque],
  [`gsk_${opaque}`, opaque],
  [`ghp_${opaque}`, opaque],
  [`ya29.${opaque}`, opaque],
  [`eyJhbGciOiJIUzI1NiJ9.${opaque}.${opaque}`, opaque],
  [`Bearer ${opaque}`, opaque],
  [`authorization: Basic ${opaque}==`, opaque],
  [`x-api-key: ${opaque}`, opaque],
  [`x-goog-api-key=${opaque}`, opaque],
  [`{"accessToken":"${opaque}","refreshToken":"${opaque}"}`, opaque],
  [`{\\"access_token\\":\\"${opaque}\\"}`, opaque],
  [`https://user:${opaque}@proxy.example/x`, opaque],
  [`https://api.example/v1?key=${opaque}&x=1`, opaque],
  [`https://api.example/cb#access_token=${opaque}`, opaque],
  [`https://api.example/cb?code=${opaque}`, opaque],
  [`CLAUDE_CODE_OAUTH_TOKEN=${opaque}`, opaque],
  [`password='${opaque}'`, opaque],
  ["my own, chosen key", "chosen key"],
];

test.each(planted)("%s is on no line, wherever it stands", (text, secret) => {
  log = openLog(home);
  log.hide(() => ["my own, chosen key"]);
  log.info(text, {
    text,
    [text]: 1,
    deep: { list: [text, [text]] },
    map: new Map([["a", text]]),
    bytes: Buffer.from(text),
  });
  log.warn("a long one", { text: "x".repeat(3_990) + text, other: ` ${text} `.repeat(500) });
  log.error("an error", { error: new Error(`failed: ${text}`, { cause: new Error(text, { cause: text }) }) });
  const odd = Object.assign(new Error("odd"), {
    code: text,
    headers: { authorization: text },
    url: new URL("http://x/"),
  });
  log.error("an odd error", {
    error: odd,
    url: new URL(`http://x/?q=1&key=${opaque}`),
    text: JSON.stringify({ text }),
  });
  log.close();
  const lines = readFileSync(logFile(), "utf8").trimEnd().split("\n");
  expect(lines).toHaveLength(4);
  for (const line of lines) {
    expect(line).not.toContain(secret);
    expect(line).toContain("[hidden]");
    expect(() => JSON.parse(line)).not.toThrow();
  }
});

test("ordinary words and figures stay", () => {
  log = openLog(home);
  const data = {
    promptTokens: 1234567,
    tokens: 9876543,
    mytoken: 123456789,
    state: "ready",
    note: "the key of the map is: north",
  };
  log.info("usage", data);
  log.close();
  expect(records()[0]).toMatchObject(data);
});

test("what cannot be written as JSON, or is huge, costs neither the caller nor the line", () => {
  log = openLog(home);
  const circle: Record<string, unknown> = {};
  circle["self"] = circle;
  log.info("circle", circle);
  log.info("number", { big: 10n ** 30n });
  log.info("huge", { text: "a".repeat(5_000_000), many: Array.from({ length: 10_000 }, () => "text") });
  log.close();
  expect(records().map(({ event }) => event)).toEqual(["circle", "number", "huge"]);
  expect(statSync(logFile()).size).toBeLessThan(50_000);
});

test("the files stay below three times a mebibyte and hold the latest events", () => {
  log = openLog(home);
  for (let n = 0; n < 5000; n++) {
    log.info("filler", { n, text: "x".repeat(1000) });
    if (n % 100 === 0) log.error("flush");
  }
  log.close();
  const names = readdirSync(path.join(home, "logs")).sort();
  expect(names).toEqual(["brainstem.log", "brainstem.log.1", "brainstem.log.2"]);
  for (const name of names) {
    const { size, mode } = statSync(path.join(home, "logs", name));
    expect(size).toBeLessThanOrEqual(1024 * 1024);
    expect(mode & 0o777).toBe(0o600);
  }
  expect(records().at(-1)).toMatchObject({ n: 4999 });
});

test("a place that cannot be written drops events and throws nothing", () => {
  writeFileSync(path.join(home, "logs"), "a file where the folder should be");
  log = openLog(home);
  expect(() => log?.error("lost")).not.toThrow();
  rmSync(path.join(home, "logs"));
  mkdirSync(path.join(home, "logs"));
  log.error("kept");
  expect(records().map(({ event }) => event)).toEqual(["kept"]);
});

test("events just before the program ends are in the file", async () => {
  const program = await bundle(
    home,
    `import { openLog } from "${path.resolve("src-main/logging/log")}";
     openLog(process.argv[2], { alsoStderr: true }).info("last words");
     process.exit(3);`,
  );
  expect(() => execFileSync(process.execPath, [program, home], { stdio: "pipe" })).toThrow(/last words/);
  expect(existsSync(logFile())).toBe(true);
  expect(records()).toMatchObject([{ event: "last words" }]);
});
