import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startStandIn } from "../src-main/demo/stand-in";
import { Script } from "./script";
import { type Service, startService, type TokenOut } from "./service";
import type { Brainstem } from "./ways/brainstem";
import { Direct } from "./ways/direct";
import { ProcessARequest } from "./ways/process-a-request";
import { WarmProcess } from "./ways/warm-process";

/** Brainstem's settings where they are not the defaults, for turns one at a time and for clients at once. */
export const settings = {
  alone: { maxIdle: 16, idleMemoryMiB: 8192 },
  atOnce: { maxIdle: 40, idleMemoryMiB: 16384, maxTurns: 16 },
};

/** The four ways on one stand-in. */
export interface Stage {
  script: Script;
  direct: Direct;
  processARequest: ProcessARequest;
  warmProcess: WarmProcess;
  /** The Brainstem that runs now, and its process. */
  brainstem(): Brainstem;
  pid(): number;
  /** Ends the Brainstem that runs and starts another, with other settings. Resolves to what the first one noted. */
  restart(brain: Record<string, number>): Promise<TokenOut[]>;
  cliVersion: string;
  close(): Promise<void>;
}

/** `cli`: the Claude CLI's path. Everything is kept in a temporary folder, and all traffic on loopback. */
export async function setStage(cli: string): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const [home, empty] = [join(folder, "home"), join(folder, "empty")];
  for (const path of [home, empty]) mkdirSync(path);
  const script = new Script();
  const standIn = await startStandIn({ respond: script.respond });
  const env = {
    PATH: process.env["PATH"],
    HOME: home,
    TMPDIR: folder,
    ANTHROPIC_BASE_URL: standIn.url,
    CLAUDE_CODE_OAUTH_TOKEN: "sk-ant-oat01-bench",
  };
  const quiet = { DISABLE_TELEMETRY: "1", DISABLE_AUTOUPDATER: "1", CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1" };
  const start = (brain: Record<string, number>, name: string) =>
    startService({ home: join(folder, name), env, cli, brain });
  let service: Service = await start(settings.alone, "first");
  const direct = new Direct(standIn.url);
  const warmProcess = await WarmProcess.start({ cli, folder: join(folder, "warm"), env });
  return {
    script,
    direct,
    processARequest: new ProcessARequest({ cli, cwd: empty, env: { ...env, ...quiet } }),
    warmProcess,
    brainstem: () => service.brainstem,
    pid: () => service.pid,
    async restart(brain) {
      const noted = await service.stop();
      service = await start(brain, "second");
      return noted;
    },
    cliVersion: execFileSync(cli, ["--version"], { encoding: "utf8" }).trim(),
    async close() {
      direct.close();
      await Promise.all([service.stop(), warmProcess.close()]);
      await standIn.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
