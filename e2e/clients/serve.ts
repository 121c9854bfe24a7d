import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

/** The built headless server, started and perhaps not (yet) able to answer. */
export interface Launched {
  key: string;
  /** Its data folder, which is also the home folder of all that it starts. */
  home: string;
  pid: number;
  /** Resolves once the brain can answer; rejects with the server's words when it ends before. */
  baseUrl: Promise<string>;
  /** What it has said on stderr so far. */
  complaint(): string;
  /** Ends the server as a person would, waits for it, and takes its data away. */
  stop(): Promise<void>;
}

/** A server that can answer. */
export interface Serving extends Omit<Launched, "baseUrl"> {
  baseUrl: string;
}

interface ServeOptions {
  /** What its program and arguments stand behind, e.g. what gives it a disk of its own. */
  prefix?: string[];
  args?: string[];
  env?: NodeJS.ProcessEnv;
  /** What its `settings.json` holds. */
  settings?: Record<string, Record<string, unknown>>;
}

/** Milliseconds that an asked server may take to end before it is made to, and the test fails. */
const endsWithin = 20_000;

/** Starts the server on a free port and a home of its own. */
export async function launchServe(root: string, options: ServeOptions = {}): Promise<Launched> {
  const home = await mkdtemp(path.join(tmpdir(), "brainstem-clients-"));
  if (options.settings) await writeFile(path.join(home, "settings.json"), JSON.stringify(options.settings));
  const key = "key-of-the-client-tests-0123456789";
  const serve = [process.execPath, path.join(root, "out", "main", "serve.cjs"), ...(options.args ?? [])];
  const [program = "", ...args] = [...(options.prefix ?? []), ...serve];
  const child = spawn(program, args, {
    cwd: root,
    env: {
      ...process.env,
      HOME: home,
      BRAINSTEM_HOME: home,
      BRAINSTEM_PORT: "0",
      BRAINSTEM_API_KEY: key,
      ...options.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let complaint = "";
  child.stderr.on("data", (text: Buffer) => {
    complaint += text.toString();
  });
  const baseUrl = readReadyLine(child, () => complaint);
  baseUrl.catch(() => {});
  return {
    key,
    home,
    pid: child.pid as number,
    baseUrl,
    complaint: () => complaint,
    async stop() {
      const killed = await end(child);
      await rm(home, { recursive: true, force: true });
      if (killed) throw new Error("The server did not end when asked to.");
    },
  };
}

/** The server, once it can answer. */
export async function startServe(root: string, options: ServeOptions = {}): Promise<Serving> {
  const launched = await launchServe(root, options);
  try {
    return { ...launched, baseUrl: await launched.baseUrl };
  } catch (error) {
    await launched.stop();
    throw error;
  }
}

/** Resolves to whether force was needed. */
async function end(child: ChildProcess): Promise<boolean> {
  if (child.exitCode !== null || child.signalCode !== null) return false;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), endsWithin);
  await exit;
  clearTimeout(force);
  return child.signalCode === "SIGKILL";
}

async function readReadyLine(child: ChildProcess, complaint: () => string): Promise<string> {
  if (child.stdout) {
    for await (const line of createInterface({ input: child.stdout })) {
      if (!line.startsWith("{")) continue;
      const said: { event?: string; baseUrl: string } = JSON.parse(line);
      if (said.event === "listening") return said.baseUrl;
    }
  }
  throw new Error(`The server did not come up: ${complaint()}`);
}
