import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ask, clis, listen, type RealBrain, startRealBrain, textOf, user } from "../../testing/real-brain";
import { writeProgram } from "../../testing/write-program";

let folder: string;
let open: RealBrain | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "brainstem-test-"));
});
afterEach(async () => {
  await open?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A script in the place of the CLI, for what the real one does not do at will. */
const fakeCli = (body: string) => writeProgram(join(folder, "claude"), body);

async function becomes(state: string, code?: string): Promise<void> {
  await expect.poll(() => [open?.state().state, open?.state().code], { timeout: 20_000 }).toEqual([state, code]);
}

const hello = () => ({ steps: [{ text: "Hello." }] });
const turn = () => listen(open?.brain as RealBrain["brain"], ask([user("q")]));

describe("a CLI that cannot answer", () => {
  it("is told apart when it is missing, and found as soon as it is there", async () => {
    const path = join(folder, "claude");
    open = await startRealBrain({ respond: hello, cli: path });
    expect(open.state()).toMatchObject({ state: "error", code: "cli_missing", reason: "Claude CLI not found" });
    await expect(turn()).rejects.toMatchObject({
      kind: "cli_missing",
      message: expect.stringContaining("npm install -g"),
    });
    copyFileSync(clis.newest, path);
    await becomes("ready");
    expect(textOf(await turn())).toBe("Hello.");
  });

  it("is refused when it is too old, with the way to update", async () => {
    open = await startRealBrain({ respond: hello, cli: fakeCli('echo "2.1.88 (Claude Code)"') });
    expect(open.state()).toMatchObject({ code: "cli_too_old", help: expect.stringContaining("claude update") });
    await expect(turn()).rejects.toMatchObject({ kind: "cli_too_old" });
  });

  it("is not logged in until the person has logged in", async () => {
    open = await startRealBrain({ respond: hello, env: { CLAUDE_CODE_OAUTH_TOKEN: undefined } });
    expect(open.state()).toMatchObject({ code: "not_logged_in", help: expect.stringContaining("claude auth login") });
    await expect(turn()).rejects.toMatchObject({ kind: "auth_expired" });
    mkdirSync(join(open.home, ".claude"), { recursive: true });
    const login = { accessToken: "sk-ant-oat01-x", refreshToken: "r", expiresAt: Date.now() + 3_600_000 };
    const claudeAiOauth = { ...login, scopes: ["user:inference", "user:profile"], subscriptionType: "max" };
    writeFileSync(join(open.home, ".claude/.credentials.json"), JSON.stringify({ claudeAiOauth }));
    await becomes("ready");
    expect(textOf(await turn())).toBe("Hello.");
  });

  it("that ends at once is a named state, tried again more and more slowly, and left when it is mended", async () => {
    const path = fakeCli(
      'case "$1" in --version) echo "2.1.330 (Claude Code)";; auth) echo \'{"loggedIn": true}\';; *) echo "no such library" >&2; exit 3;; esac',
    );
    open = await startRealBrain({ respond: hello, cli: path });
    await becomes("error", "cli_crashed");
    expect(open.state().help).toContain("no such library");
    rmSync(path);
    copyFileSync(clis.newest, path);
    await becomes("ready");
    expect(textOf(await turn())).toBe("Hello.");
  });
});

describe("a login that the API refuses in the middle of things", () => {
  it("becomes one state, with no process left", async () => {
    open = await startRealBrain({
      respond: () => ({ status: 401, errorType: "authentication_error", message: "OAuth token has expired" }),
    });
    await expect(turn()).rejects.toMatchObject({ kind: "auth_expired" });
    await becomes("error", "not_logged_in");
    await expect(turn()).rejects.toMatchObject({ kind: "auth_expired" });
    expect(open.upstream.requests.length).toBeLessThanOrEqual(2);
  });
});
