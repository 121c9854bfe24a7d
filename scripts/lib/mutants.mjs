/**
 * One-line changes that take a guard away, each with the tests that must fail then. `from` stands once in the file.
 * @typedef {{ name: string, file: string, from: string, to: string, tests: string[] }} Mutant
 */

const guard = "src-main/endpoint/guard.ts";
const guardTest = ["src-main/endpoint/guard.test.ts"];
const limitsTest = ["src-main/endpoint/limits.test.ts"];
const cli = "src-main/brain/claude-cli";
const hostileTest = [`${cli}/hostile.test.ts`];
const protocol = `${cli}/protocol.ts`;
const spawn = `${cli}/spawn.ts`;
const windowGuard = "src-main/desktop/window-guard.ts";
const windowGuardTest = ["src-main/desktop/window-guard.test.ts"];
const logTest = ["src-main/log.test.ts"];
const keyTest = ["src-main/storage/endpoint-key.test.ts"];

/** @type {Mutant[]} */
export const mutants = [
  // Who may ask.
  mutant("any host", guard, "if (!one || !known) throw", "if (!one) throw", guardTest),
  mutant("several hosts", guard, '"host").length === 1', '"host").length >= 1', guardTest),
  mutant("any page", guard, 'if (origin !== "null" && listed) return', 'if (origin !== "null") return', guardTest),
  mutant(
    "null is no page",
    guard,
    "if (origin === undefined) return",
    'if (!origin || origin === "null") return',
    guardTest,
  ),
  mutant("any key", guard, "timingSafeEqual(digest(each), digest(key))", "Boolean(each)", guardTest),
  mutant("an empty key admits", guard, 'key !== "" && ', "", ["src-main/endpoint/hostile.test.ts"]),
  mutant("a comparison that tells by its time", guard, "timingSafeEqual(digest(each), digest(key))", "each === key", [
    "src-main/endpoint/guard-compare.test.ts",
  ]),
  mutant("no key", "src-main/endpoint/dispatch.ts", "if (!route?.open) checkKey", "if (false) checkKey", guardTest),
  mutant(
    "the address is logged",
    "src-main/endpoint/dispatch.ts",
    "route: `${route.method} ${route.path}`",
    "route: response.req.url",
    guardTest,
  ),
  mutant(
    "all of the machine's addresses",
    "src-main/endpoint/server.ts",
    'host: "127.0.0.1"',
    'host: "0.0.0.0"',
    guardTest,
  ),
  // What may be asked.
  mutant(
    "a body of any announced size",
    "src-main/endpoint/body.ts",
    "if (Number(request.headers",
    "if (false && Number(request.headers",
    limitsTest,
  ),
  mutant("a body that grows", "src-main/endpoint/body.ts", "if (size <= cap)", "if (size > 0)", limitsTest),
  mutant("any content type", "src-main/endpoint/body.ts", 'type?.trim() !== "application/json" ||', "", limitsTest),
  mutant(
    "any encoding",
    "src-main/endpoint/body.ts",
    'encoding !== undefined && encoding !== "identity"',
    "false",
    limitsTest,
  ),
  mutant("broken UTF-8", "src-main/endpoint/body.ts", "fatal: true", "fatal: false", limitsTest),
  mutant(
    "any depth",
    "src-main/endpoint/body.ts",
    "if (nestsDeeper(bytes, limits.jsonDepth))",
    "if (false)",
    limitsTest,
  ),
  mutant("pictures from the web", "src-main/endpoint/image.ts", "if (imageUrls) return", "return", [
    "src-main/endpoint/chat/refusals.test.ts",
  ]),
  mutant("pictures of any kind", "src-main/endpoint/image.ts", "(png|jpe?g|gif|webp)", "(.*)", [
    "src-main/endpoint/chat/refusals.test.ts",
  ]),
  // How long and how much.
  mutant(
    "headers for ever",
    "src-main/endpoint/server.ts",
    "server.headersTimeout = limits.headersMs;",
    "server.headersTimeout = 0; server.requestTimeout = 0; return server;",
    limitsTest,
  ),
  mutant(
    "headers of any size",
    "src-main/endpoint/server.ts",
    "maxHeaderSize: limits.headerBytes",
    "maxHeaderSize: 1e6",
    limitsTest,
  ),
  mutant(
    "any number of connections",
    "src-main/endpoint/server.ts",
    "server.maxConnections = limits.connections;",
    "",
    limitsTest,
  ),
  mutant(
    "bad HTTP ends in silence",
    "src-main/endpoint/server.ts",
    "else socket.end(refusal(error.code), () => socket.destroy());",
    "else socket.destroy();",
    limitsTest,
  ),
  mutant(
    "slow readers are not waited for",
    "src-main/endpoint/event-stream.ts",
    "if (response.write(text) || response.destroyed) return",
    "response.write(text);\n    if (true) return",
    limitsTest,
  ),
  mutant(
    "stalled readers stay",
    "src-main/endpoint/event-stream.ts",
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
  // Keys and the log.
  mutant("a short key", "src-main/storage/endpoint-key.ts", "randomBytes(32)", "randomBytes(8)", keyTest),
  mutant(
    "the key is written beside its sealed form",
    "src-main/storage/endpoint-key.ts",
    "await remove(where ===",
    "if (false) await remove(where ===",
    keyTest,
  ),
  mutant("others may read files", "src-main/storage/replace-file.ts", '"w", 0o600', '"w", 0o644', keyTest),
  mutant(
    "a known password counts as a key store",
    "src-main/desktop/electron-compat.ts",
    'backend === "basic_text" || ',
    "",
    ["src-main/desktop/electron-compat.test.ts"],
  ),
  mutant(
    "known keys in the log",
    "src-main/log.ts",
    "encodeRecord(level, event, data, known())",
    "encodeRecord(level, event, data)",
    logTest,
  ),
  mutant("bearers in the log", "src-main/log-record.ts", "(Bearer|Basic)", "(Bearex|Basix)", logTest),
  mutant(
    "names of fields in the log",
    "src-main/log-record.ts",
    "return `${redact(line, known)}\\n`",
    "return `${line}\\n`",
    logTest,
  ),
  mutant(
    "others may read the log",
    "src-main/log.ts",
    'openSync(file, "a", 0o600);\n    ignoreFailure(() => chmodSync(file, 0o600));',
    'openSync(file, "a", 0o644);',
    logTest,
  ),
  mutant(
    "a failure's words in the log",
    "src-main/endpoint/respond.ts",
    "error: withoutWords(error)",
    "error: String(error)",
    ["src-main/endpoint/errors.test.ts"],
  ),
  // The page.
  mutant("anyone may ask the main process", "src-main/desktop/ipc.ts", "if (!isTrusted(event))", "if (false)", [
    "src-main/desktop/ipc.test.ts",
  ]),
  mutant("any input", "src-main/desktop/ipc.ts", "if (!parsed.success)", "if (false)", [
    "src-main/desktop/ipc.test.ts",
  ]),
  mutant("any frame", windowGuard, " || frame.parent", "", windowGuardTest),
  mutant("any window", windowGuard, " || event.sender.id !== contents.id", "", windowGuardTest),
  mutant("any origin", windowGuard, "a.protocol === b.protocol && a.host === b.host", "true", windowGuardTest),
  mutant(
    "any navigation",
    windowGuard,
    "!== contents.getURL()) event.preventDefault()",
    "!== contents.getURL()) void 0",
    windowGuardTest,
  ),
  mutant("paths upwards", "src-main/desktop/renderer-files.ts", ' || path.split("/").includes("..")', "", [
    "src-main/desktop/renderer-files.test.ts",
  ]),
  mutant("any type of file", "src-main/desktop/renderer-files.ts", "if (!path || !type)", "if (!path)", [
    "src-main/desktop/renderer-files.test.ts",
  ]),
  mutant("links of any kind", "src-shared/ipc.ts", "z.url({ protocol: /^(https?|mailto)$/ })", "z.string()", [
    "src-main/desktop/ipc.test.ts",
  ]),
  // The Claude CLI.
  mutant("no client_composed", protocol, "      client_composed: true,\n", "", hostileTest),
  mutant("no --restricted", spawn, '  "--restricted",\n', "", hostileTest),
  mutant("no --setting-sources", spawn, '  ...["--setting-sources", ""],\n', "", hostileTest),
  mutant("no --strict-mcp-config", spawn, '  "--strict-mcp-config",\n', "", hostileTest),
  mutant("no --disable-slash-commands", spawn, '  "--disable-slash-commands",\n', "", hostileTest),
  mutant("no --no-session-persistence", spawn, '  "--no-session-persistence",\n', "", hostileTest),
  mutant("no --permission-mode", spawn, '    ...["--permission-mode", "dontAsk"],\n', "", hostileTest),
  mutant("no --tools", spawn, '    ...["--tools", ""],\n', "", hostileTest),
  mutant(
    "the whole environment",
    spawn,
    "...pick(env, inherited),",
    "...(env as Record<string, string>),",
    hostileTest,
  ),
  mutant(
    "an inherited API key",
    spawn,
    '"CLAUDE_CODE_OAUTH_TOKEN"]',
    '"CLAUDE_CODE_OAUTH_TOKEN", "ANTHROPIC_API_KEY"]',
    hostileTest,
  ),
  mutant(
    "the login may come from the folder's settings",
    `${cli}/login.ts`,
    '["--setting-sources", "", "auth", "status"]',
    '["auth", "status"]',
    hostileTest,
  ),
  mutant(
    "line breaks on stdin are real",
    protocol,
    'message: { role: "user", content },\n      client_composed: true,\n      uuid: randomUUID(),\n      ...(ask ? {} : { shouldQuery: false }),\n    })',
    'message: { role: "user", content },\n      client_composed: true,\n      uuid: randomUUID(),\n      ...(ask ? {} : { shouldQuery: false }),\n    }).replace(/\\\\n/g, "\\n")',
    hostileTest,
  ),
];

/** @returns {Mutant} */
function mutant(name, file, from, to, tests) {
  return { name, file, from, to, tests };
}
