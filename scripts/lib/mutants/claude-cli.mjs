import { mutant } from "./mutant.mjs";

const cli = "src-main/brain/claude-cli";
const hostileTest = [`${cli}/hostile.test.ts`];
const protocol = `${cli}/process/protocol.ts`;
const spawn = `${cli}/process/spawn.ts`;
const newest = "on the newest CLI";

const askTest = ["src-main/brain/programs/ask-program.test.ts"];
const versionTest = [`${cli}/install/own-version.test.ts`];
const shimTest = [`${cli}/shim.test.ts`];

/** What keeps texts from being more than texts to the Claude CLI. */
export const claudeCli = [
  mutant(
    "a program that hangs is waited for",
    "src-main/brain/programs/ask-program.ts",
    "setTimeout(() => giveUp(), within)",
    "setTimeout(() => {}, within)",
    askTest,
  ),
  mutant(
    "what a hanging program started stays",
    "src-main/brain/programs/ask-program.ts",
    'killGroup(child.pid, "SIGKILL")',
    "child.kill()",
    askTest,
  ),
  mutant(
    "any version may start",
    `${cli}/install/own-version.ts`,
    "compareVersions(version, oldestCli) >= 0",
    "version",
    versionTest,
  ),
  mutant(
    "a process that cannot tell its version is believed",
    `${cli}/install/own-version.ts`,
    "if (version === found.version) return undefined;",
    "if (!version || version === found.version) return undefined;",
    versionTest,
  ),
  mutant(
    "a waiting process is used whatever it is",
    `${cli}/pool/pool.ts`,
    "if (alive && !(await unlessLeft(unfit, signal))) return taken;",
    "if (alive) return taken;",
    [`${cli}/pool/pool.test.ts`],
  ),
  mutant(
    "one that was just started is used whatever it is",
    `${cli}/pool/pool.ts`,
    "if (unfit) {",
    "if (unfit === null) {",
    shimTest,
    "no process waits",
  ),
  mutant(
    "an agent's prompt goes to whatever started",
    `${cli}/agent/agent-backend.ts`,
    "if (!unfit) return { process, clean };",
    "return { process, clean };",
    shimTest,
    "for agents",
  ),
  mutant("no client_composed", protocol, "      client_composed: true,\n", "", hostileTest, newest),
  mutant("no --restricted", spawn, '  "--restricted",\n', "", hostileTest, newest),
  mutant("no --setting-sources", spawn, '  ...["--setting-sources", ""],\n', "", hostileTest, newest),
  mutant("no --strict-mcp-config", spawn, '  "--strict-mcp-config",\n', "", hostileTest, newest),
  mutant("no --disable-slash-commands", spawn, '  "--disable-slash-commands",\n', "", hostileTest, newest),
  mutant("no --no-session-persistence", spawn, '  "--no-session-persistence",\n', "", hostileTest, newest),
  mutant("no --permission-mode", spawn, '    ...["--permission-mode", "dontAsk"],\n', "", hostileTest, newest),
  mutant("no --tools", spawn, '    ...["--tools", ""],\n', "", hostileTest, newest),
  mutant(
    "the whole environment",
    spawn,
    "...pick(env, inherited),",
    "...(env as Record<string, string>),",
    hostileTest,
    newest,
  ),
  mutant(
    "an inherited API key",
    spawn,
    '"CLAUDE_CODE_OAUTH_TOKEN"]',
    '"CLAUDE_CODE_OAUTH_TOKEN", "ANTHROPIC_API_KEY"]',
    hostileTest,
    newest,
  ),
  mutant(
    "the login may come from the folder's settings",
    `${cli}/install/login.ts`,
    '["--setting-sources", "", "auth", "status"]',
    '["auth", "status"]',
    hostileTest,
    newest,
  ),
  mutant(
    "line breaks on stdin are real",
    protocol,
    'message: { role: "user", content },\n      client_composed: true,\n      uuid: randomUUID(),\n      ...(ask ? {} : { shouldQuery: false }),\n    })',
    'message: { role: "user", content },\n      client_composed: true,\n      uuid: randomUUID(),\n      ...(ask ? {} : { shouldQuery: false }),\n    }).replace(/\\\\n/g, "\\n")',
    hostileTest,
    newest,
  ),
];
