import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Lines } from "./heard";
import { Brainstem } from "./ways/brainstem";

/** Brainstem without its window, as `npm run serve` runs it. */
export interface Service {
  brainstem: Brainstem;
  pid: number;
  /** Resolves when no process of it is left, to when which token had come out of a CLI process, in order. */
  stop(): Promise<TokenOut[]>;
}

/** `at`: `performance.now()` of the benchmark's process. */
export interface TokenOut {
  token: string;
  at: number;
}

/** `home` is to be its own; `brain`: settings that are not the defaults. */
export async function startService(options: {
  home: string;
  env: NodeJS.ProcessEnv;
  cli: string;
  brain: Record<string, number>;
}): Promise<Service> {
  const { home, env, cli, brain } = options;
  const key = "a-key-for-the-benchmark-alone";
  const tap = join(home, "tap.json");
  mkdirSync(home);
  writeFileSync(join(home, "settings.json"), JSON.stringify({ brain }));
  const own = { BRAINSTEM_HOME: home, BRAINSTEM_PORT: "0", BRAINSTEM_API_KEY: key, BRAINSTEM_CLAUDE_PATH: cli };
  const child = spawn(process.execPath, [resolve("out/main/serve.cjs")], {
    env: { ...env, ...own, NODE_OPTIONS: `--require "${resolve("bench/tap.cjs")}"`, BENCH_TAP: tap },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((done) => child.once("close", done));
  const brainstem = new Brainstem(await listening(child), key);
  return {
    brainstem,
    pid: child.pid ?? 0,
    async stop() {
      brainstem.close();
      child.kill("SIGTERM");
      await ended;
      const clocks = Number(process.hrtime.bigint()) / 1e6 - performance.now();
      const noted = JSON.parse(readFileSync(tap, "utf8")) as [string, number][];
      return noted.map(([token, at]) => ({ token, at: at / 1e6 - clocks }));
    },
  };
}

/** Resolves to the address in the ready line. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    const lines = new Lines((line) => done((JSON.parse(line) as { baseUrl: string }).baseUrl));
    child.stdout?.setEncoding("utf8").on("data", (piece: string) => lines.push(piece));
    child.once("close", (code) => fail(new Error(`Brainstem ended before it was ready (exit ${code}).`)));
  });
}
