import { execFile } from "node:child_process";
import { access, constants, readdir, realpath } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { stampOf } from "./cli-stamp";
import { cliEnvironment } from "./spawn";

/** A `claude` program as people call it (perhaps a link) and what it answers to `--version`, e.g. `2.1.330`. */
export interface FoundCli {
  path: string;
  version: string;
  /** Of the program that answered; see {@link stampOf}. */
  stamp: string;
}

/** Older ones ignore `client_composed` silently, which would let a message read files. */
export const oldestCli = "2.1.248";

/**
 * Finds the CLI: the chosen path alone where there is one, else everywhere people have it (started from a dock or
 * Finder, PATH is short). The newest version wins; undefined when there is none that runs.
 */
export async function locateCli(chosen: string, env: NodeJS.ProcessEnv): Promise<FoundCli | undefined> {
  if (chosen) return askVersion(chosen, env);
  const quick = await newest(candidates([...(env["PATH"] ?? "").split(delimiter), ...usualFolders(env)]), env);
  return quick ?? newest(candidates([...(await nvmFolders()), ...(await loginShellPath(env)).split(delimiter)]), env);
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

const programName = process.platform === "win32" ? "claude.exe" : "claude";
const candidates = (folders: string[]) => folders.filter(Boolean).map((folder) => join(folder, programName));

function usualFolders(env: NodeJS.ProcessEnv): string[] {
  const home = env["HOME"] ?? homedir();
  return [
    ...[
      ".local/bin",
      ".claude/local",
      ".claude/local/node_modules/.bin",
      ".npm-global/bin",
      ".volta/bin",
      ".bun/bin",
    ].map((folder) => join(home, folder)),
    ...["/opt/homebrew/bin", "/usr/local/bin", "/usr/bin"],
  ];
}

async function nvmFolders(): Promise<string[]> {
  const versions = join(homedir(), ".nvm/versions/node");
  const names = await readdir(versions).catch(() => []);
  return names.map((name) => join(versions, name, "bin"));
}

async function newest(paths: string[], env: NodeJS.ProcessEnv): Promise<FoundCli | undefined> {
  const real = await Promise.all(paths.map((path) => resolve(path)));
  // Many links may lead to one program; the first is kept as it is, since an update changes where it leads.
  const links = paths.filter((_, at) => real[at] !== undefined && real.indexOf(real[at]) === at);
  const found = await Promise.all(links.map((path) => askVersion(path, env)));
  return found
    .filter((cli): cli is FoundCli => cli !== undefined)
    .sort((a, b) => compareVersions(b.version, a.version))[0];
}

async function resolve(path: string): Promise<string | undefined> {
  try {
    await access(path, constants.X_OK);
    return await realpath(path);
  } catch {
    return undefined;
  }
}

/** With the environment of every other process: a variable of the caller's can make the CLI run code. */
function askVersion(path: string, env: NodeJS.ProcessEnv): Promise<FoundCli | undefined> {
  const options = { env: cliEnvironment(env, tmpdir()), timeout: 10_000, windowsHide: true };
  const stamp = stampOf(path);
  if (stamp === undefined) return Promise.resolve(undefined);
  const asked = new Promise<FoundCli | undefined>((done) => {
    execFile(path, ["--version"], options, (error, stdout) => {
      const version = /\d+\.\d+\.\d+/.exec(stdout)?.[0];
      done(error || !version ? undefined : { path, version, stamp });
    });
  });
  // A program that is being written just now cannot be started, which is thrown.
  return asked.catch(() => undefined);
}

function loginShellPath(env: NodeJS.ProcessEnv): Promise<string> {
  const shell = env["SHELL"];
  if (!shell || process.platform === "win32") return Promise.resolve("");
  return new Promise((done) => {
    execFile(shell, ["-ilc", 'printf "%s" "$PATH"'], { timeout: 3000 }, (error, stdout) => done(error ? "" : stdout));
  });
}
