import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { processesOf } from "../../e2e/desktop/processes";

/** A person's machine for one measurement: a home with a login, and a data folder for Brainstem. */
export interface Machine {
  home: string;
  env: Record<string, string>;
  /** Ends what is left and removes the folders. */
  remove(): Promise<void>;
}

/** `upstream`: where the CLI is to find the Messages API. */
export function makeMachine(upstream: string): Machine {
  const root = mkdtempSync(join(tmpdir(), "bench-window-"));
  const [userHome, home] = [join(root, "person"), join(root, "brainstem")];
  mkdirSync(join(userHome, ".claude"), { recursive: true });
  mkdirSync(join(home, "conversations"), { recursive: true });
  writeFileSync(join(userHome, ".claude", ".credentials.json"), JSON.stringify({ claudeAiOauth: login() }));
  const kept = ["PATH", "LANG", "DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "BRAINSTEM_CLAUDE_PATH"];
  return {
    home,
    env: {
      ...Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
      HOME: userHome,
      BRAINSTEM_HOME: home,
      BRAINSTEM_PORT: "0",
      ANTHROPIC_BASE_URL: upstream,
    },
    async remove() {
      for (let left = processesOf(userHome); left.length > 0; left = processesOf(userHome)) {
        for (const { pid } of left) end(pid);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

function end(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself meanwhile.
  }
}

function login() {
  return {
    accessToken: "sk-ant-oat01-bench",
    refreshToken: "sk-ant-ort01-bench",
    expiresAt: Date.now() + 86_400_000,
    scopes: ["user:inference", "user:profile"],
    subscriptionType: "max",
  };
}
