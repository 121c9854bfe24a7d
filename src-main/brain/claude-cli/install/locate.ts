import { access, constants, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { onAbort } from "../../../on-abort";
import { askProgram } from "../../programs/ask-program";
import { cliEnvironment } from "../process/spawn";
import { stampOf } from "./cli-stamp";
import { loginShellPath } from "./login-shell";
import { usualFolders } from "./places";

/** A `claude` program as people call it (perhaps a link) and what it answers to `--version`, e.g. `2.1.330`. */
export interface FoundCli {
  path: string;
  /** Empty for one that hangs when it is asked. */
  version: string;
  /** Of the program that answered; see {@link stampOf}. */
  stamp: string;
}

/** Older ones ignore `client_composed` silently, which would let a message read files. */
export const oldestCli = "2.1.248";

/** Milliseconds that a program has to tell its version. */
const tellsWithin = 10_000;
/** Milliseconds that others have for it once one that will do has told it. */
const othersWithin = 3000;
/** Milliseconds for which the login shell's answer is believed: starting one takes time. */
const shellFor = 60_000;

export interface Locator {
  /**
   * Finds the CLI: the chosen path alone where there is one, else everywhere people have it (started from a dock or
   * Finder, PATH is short). The newest version wins; the login shell is asked only where none that is new enough was
   * found. Undefined when there is none that runs. `signal` ends the search, with what was found by then.
   */
  find(chosen: string, env: NodeJS.ProcessEnv, signal?: AbortSignal): Promise<FoundCli | undefined>;
  /** What was remembered may no longer be true: the person says that something has changed. */
  forget(): void;
}

export function createLocator(): Locator {
  let shell: { path: Promise<string>; at: number } | undefined;
  const shellPath = (env: NodeJS.ProcessEnv): Promise<string> => {
    if (!shell || Date.now() - shell.at > shellFor) shell = { path: loginShellPath(env), at: Date.now() };
    return shell.path;
  };
  return {
    async find(chosen, env, signal = new AbortController().signal) {
      if (chosen) return askVersion(chosen, env, signal);
      const quick = [...(env["PATH"] ?? "").split(delimiter), ...(await usualFolders(env))];
      const found = await newest(quick, env, signal);
      if (found && willDo(found)) return found;
      const further = (await shellPath(env)).split(delimiter).filter((folder) => !quick.includes(folder));
      return newer(found, await newest(further, env, signal));
    },
    forget() {
      shell = undefined;
    },
  };
}

/** Below zero when `a` is the older version, above when it is the newer one. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  for (let part = 0; part < 3; part += 1) {
    const difference = (left?.[part] ?? 0) - (right?.[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const willDo = ({ version }: FoundCli): boolean => compareVersions(version, oldestCli) >= 0;
const programName = process.platform === "win32" ? "claude.exe" : "claude";

function newer(a: FoundCli | undefined, b: FoundCli | undefined): FoundCli | undefined {
  if (!a || !b) return a ?? b;
  return compareVersions(b.version, a.version) > 0 ? b : a;
}

/** Of several that are equally new, the one that comes first. One that hangs holds up those that answer only so long. */
async function newest(folders: string[], env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<FoundCli | undefined> {
  const programs = await distinct(folders.filter(Boolean).map((folder) => join(folder, programName)));
  const enough = new AbortController();
  const end = () => enough.abort();
  const release = onAbort(signal, end);
  let late: NodeJS.Timeout | undefined;
  const found = await Promise.all(
    programs.map(async (path) => {
      const asked = await askVersion(path, env, enough.signal);
      if (asked && willDo(asked)) late ??= setTimeout(end, othersWithin);
      return asked;
    }),
  );
  clearTimeout(late);
  release();
  return found.reduce(newer, undefined);
}

/**
 * Those that can be run, each program once. They keep the path under which they were found: a shim does different
 * things under different names, and an update replaces what a link leads to.
 */
async function distinct(paths: string[]): Promise<string[]> {
  const real = await Promise.all(
    paths.map((path) =>
      access(path, constants.X_OK).then(
        () => realpath(path),
        () => undefined,
      ),
    ),
  );
  return paths.filter((_, at) => real[at] !== undefined && real.indexOf(real[at]) === at);
}

/** With the environment of every other process: a variable of the caller's can make the CLI run code. */
async function askVersion(path: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<FoundCli | undefined> {
  const stamp = stampOf(path);
  if (stamp === undefined) return undefined;
  const asked = { env: cliEnvironment(env, tmpdir()), within: tellsWithin, signal };
  const { how, stdout } = await askProgram(path, ["--version"], asked);
  const version = how === "said" ? /\d+\.\d+\.\d+/.exec(stdout)?.[0] : undefined;
  if (version) return { path, version, stamp };
  return how === "silent" ? { path, version: "", stamp } : undefined;
}
