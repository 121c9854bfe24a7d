import { expect, test } from "vitest";
import { defaultSettings } from "../../src-shared/settings";
import { encodeRecord } from "../logging/log-record";
import { type Diagnosed, writeDiagnostics } from "./diagnostics";

const said = "my grandmother's secret recipe";
const key = "a-key-that-looks-like-nothing-in-particular";

function diagnose(change: Partial<Diagnosed> = {}): string {
  const settings = defaultSettings();
  return writeDiagnostics({
    about: {
      brainstem: "1.2.3",
      electron: "45",
      chromium: "150",
      node: "24",
      claude: "2.1.330",
      system: "Linux 6 (x64)",
    },
    settings,
    states: ["2026-01-01T00:00:00Z error (not logged in)"],
    counts: { conversations: 12 },
    log: [],
    secrets: [key, ""],
    userHome: "/home/olena",
    ...change,
  });
}

test("it tells versions, what was changed, how the brain was, and how much there is", () => {
  const settings = defaultSettings();
  settings.brain.maxTurns = 3;
  settings.brain.claudePath = "/home/olena/bin/claude";
  const text = diagnose({
    settings,
    log: [encodeRecord("warn", "endpoint", { port: 7411, code: "EADDRINUSE" }).trim()],
  });
  for (const line of [
    "brainstem: 1.2.3",
    "claude: 2.1.330",
    "brain.maxTurns = 3",
    'brain.claudePath = "~/bin/claude"',
    "error (not logged in)",
    "conversations: 12",
    '"event":"endpoint","port":7411,"code":"EADDRINUSE"',
  ]) {
    expect(text).toContain(line);
  }
  expect(text).not.toContain("brain.effort");
});

test("keys, tokens, words and names that lie anywhere in its way do not come through", () => {
  const settings = defaultSettings();
  settings.backends.list = [
    {
      id: "helper",
      kind: "openai-compatible",
      name: said,
      baseUrl: `http://me:${key}@host/v1?k=${key}`,
      models: [said],
      login: "key",
    } as never,
  ];
  settings.endpoint.allowedOrigins = ["https://olena.example"];
  settings.roles.list = [{ name: "olenas-role", primary: { backend: "x", model: "" }, backup_1: null, backup_2: null }];
  settings.brain.claudePath = `/Users/olena/${key}/claude`;
  const tokens = ["sk-ant-oat01-abcdefghijkl", "bs-abcdefghijklmnop", "Bearer abcdefghijklmnop"];
  const log = [
    encodeRecord("error", "ipc.failed", { name: said, message: said, error: new Error(said), nested: { text: said } }),
    encodeRecord("warn", "storage.problem", { said: `/home/olena/.config: ${said}`, path: "C:\\Users\\olena\\x" }),
    ...tokens.map((token) => JSON.stringify({ time: "now", level: "info", event: "x", reason: token, code: key })),
    JSON.stringify({ event: "x", reason: "/home/olena/thing" }),
    `torn line with ${said} and ${key}`,
  ];
  const text = diagnose({ settings, log, states: [`error (${key})`, "error (/home/olena/x)"] });
  for (const planted of [said, key, "olena", ...tokens]) expect(text).not.toContain(planted);
  expect(text).toContain('"event":"ipc.failed"');
});
