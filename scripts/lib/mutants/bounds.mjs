import { mutant } from "./mutant.mjs";

const limitsTest = ["src-main/endpoint/server/limits.test.ts"];
const poolTest = ["src-main/brain/claude-cli/pool/pool.test.ts"];
const pool = "src-main/brain/claude-cli/pool/pool.ts";
const wornOut = "src-main/brain/claude-cli/pool/worn-out.ts";

/** How long anything may take, and how much is kept. */
export const bounds = [
  mutant(
    "headers for ever",
    "src-main/endpoint/server/server.ts",
    "server.headersTimeout = limits.headersMs;",
    "server.headersTimeout = 0; server.requestTimeout = 0; return server;",
    limitsTest,
  ),
  mutant(
    "headers of any size",
    "src-main/endpoint/server/server.ts",
    "maxHeaderSize: limits.headerBytes",
    "maxHeaderSize: 1e6",
    limitsTest,
  ),
  mutant(
    "any number of connections",
    "src-main/endpoint/server/server.ts",
    "server.maxConnections = limits.connections;",
    "",
    limitsTest,
  ),
  mutant(
    "bad HTTP ends in silence",
    "src-main/endpoint/server/server.ts",
    "else socket.end(refusal(error.code), () => socket.destroy());",
    "else socket.destroy();",
    limitsTest,
  ),
  mutant(
    "slow readers are not waited for",
    "src-main/endpoint/answer/event-stream.ts",
    "if (response.write(text) || response.destroyed) return",
    "response.write(text);\n    if (true) return",
    limitsTest,
  ),
  mutant(
    "stalled readers stay",
    "src-main/endpoint/answer/event-stream.ts",
    "setTimeout(() => response.destroy(), this.limits.stallMs)",
    "setTimeout(() => {}, this.limits.stallMs)",
    limitsTest,
  ),
  mutant("kept responses of any size", "src-main/endpoint/responses/memory.ts", " && this.size <= maxSize", "", [
    "src-main/endpoint/responses/memory.test.ts",
  ]),
  mutant(
    "any number of kept responses",
    "src-main/endpoint/responses/memory.ts",
    "this.responses.size <= maxResponses && ",
    "",
    ["src-main/endpoint/responses/memory.test.ts"],
  ),
  mutant("old sessions stay", "src-main/sessions/sessions.ts", "sweep: () => files.prune()", "sweep: async () => {}", [
    "src-main/endpoint/sessions/session-files.test.ts",
  ]),
  mutant("any number of waiting processes", wornOut, "index >= maxIdle || ", "", poolTest),
  mutant("any memory of waiting processes", wornOut, " || size > idleMemoryMiB", "", poolTest),
  mutant("processes of any age", wornOut, "now - session.lastUsed > allowed || ", "", poolTest),
  mutant("any number of turns", wornOut, " || session.turns >= mostTurns", "", poolTest),
  mutant("failures are never forgiven", pool, "this.failures = 0;\n", "", poolTest),
  mutant("no back-off", pool, "500 * 2 ** (this.failures - 1)", "500", poolTest),
];
