import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

export interface Serving {
  baseUrl: string;
  key: string;
  pid: number;
  /** Ends the server as a person would, waits for it, and takes its data away. */
  stop(): Promise<void>;
}

/** The built headless server on a free port and a home of its own, with `args` such as `--demo`. */
export async function startServe(root: string, args: string[], env: Record<string, string> = {}): Promise<Serving> {
  const home = await mkdtemp(path.join(tmpdir(), "brainstem-clients-"));
  const key = "key-of-the-client-tests-0123456789";
  const child = spawn(process.execPath, [path.join(root, "out", "main", "serve.cjs"), ...args], {
    cwd: root,
    env: { ...process.env, BRAINSTEM_HOME: home, BRAINSTEM_PORT: "0", BRAINSTEM_API_KEY: key, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ready = await readReadyLine(child);
  return {
    ...ready,
    key,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function readReadyLine(child: ChildProcess): Promise<{ baseUrl: string; pid: number }> {
  let complaint = "";
  child.stderr?.on("data", (text: Buffer) => {
    complaint += text.toString();
  });
  if (child.stdout) {
    for await (const line of createInterface({ input: child.stdout })) {
      if (!line.startsWith("{")) continue;
      const said: { event?: string; baseUrl: string; pid: number } = JSON.parse(line);
      if (said.event === "listening") return { baseUrl: said.baseUrl, pid: said.pid };
    }
  }
  throw new Error(`The server did not come up: ${complaint}`);
}
