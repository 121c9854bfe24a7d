import { onAbort } from "../../../on-abort";
import { BrainError } from "../../turn";
import type { CliProcess } from "../process/process";
import { compareVersions, oldestCli } from "./locate";
import type { Examined } from "./readiness";

export interface Looks {
  /** Another program than the one that was examined: looks at what stands there. Rejects when it cannot be used. */
  replaced: () => Promise<void>;
  /** A process said that it is this version, which is too old. */
  tooOld: (version: string) => void;
}

/** Why a process must hear no words of a person; undefined where it may. */
export type Vouch = (process: CliProcess, found: Examined) => Promise<BrainError | undefined>;

/**
 * Asks each new process for its own version, before it hears any words. What stands on the disk does not tell it: the
 * shims of version managers stay as they are while the CLI behind them is updated.
 */
export function createVouch({ replaced, tooOld }: Looks): Vouch {
  /** Versions beside the examined one that were looked into: where `--version` says something else, once is enough. */
  const looked = new Set<string>();
  let examined = "";

  return async (process, found) => {
    const answer = await process.request({ subtype: "get_binary_version" });
    // It has ended: its end is told elsewhere.
    if (!answer) return undefined;
    const said = answer.response?.["version"];
    const version = typeof said === "string" ? (/^\d+\.\d+\.\d+/.exec(said)?.[0] ?? "") : "";
    if (version === found.version) return undefined;
    if (version && compareVersions(version, oldestCli) >= 0) {
      if (examined !== found.version) looked.clear();
      examined = found.version;
      if (!looked.has(version)) {
        looked.add(version);
        // It will do; what the window shows, and the login, follow.
        replaced().catch(() => {});
      }
      return undefined;
    }
    try {
      await replaced();
    } catch (error) {
      return error instanceof BrainError ? error : new BrainError("cli_crashed", String(error), 1);
    }
    // One that cannot tell it is taken at the word of `--version`, which was asked just now.
    if (!version) return undefined;
    tooOld(version);
    return new BrainError("cli_too_old", `The Claude CLI that started is version ${version}, which is too old.`);
  };
}

/** The value once it is known; undefined for one who leaves before. */
export async function unlessLeft<T>(value: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  let leave = () => {};
  const left = new Promise<undefined>((resolve) => {
    leave = () => resolve(undefined);
  });
  const release = onAbort(signal, leave);
  try {
    return await Promise.race([value, left]);
  } finally {
    release();
  }
}
