import { execFile } from "node:child_process";
import { access, constants, mkdtemp, readdir, readFile, realpath, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

/** A `gemini` program and its version, e.g. `0.61.0`. */
export interface FoundGemini {
  path: string;
  version: string;
}

const programName = process.platform === "win32" ? "gemini.cmd" : "gemini";
/** Milliseconds that a program may take to tell its version. */
const tellsWithin = 20_000;

/**
 * Finds the CLI: the chosen path alone where there is one, else on PATH and where npm puts programs (started from a
 * dock or Finder, PATH is short). The first that runs; undefined when there is none.
 */
export async function locateGemini(chosen: string, env: NodeJS.ProcessEnv): Promise<FoundGemini | undefined> {
  for (const path of chosen ? [chosen] : await candidates(env)) {
    const version = (await isProgram(path)) ? await readVersion(path, env) : undefined;
    if (version) return { path, version };
  }
  return undefined;
}

/** How a found program is started: npm's `.cmd` files on Windows only a shell starts, their script any Node. */
export function startOf(path: string): { command: string; args: string[] } {
  if (!path.endsWith(".cmd")) return { command: path, args: [] };
  const script = join(dirname(path), "node_modules/@google/gemini-cli/bundle/gemini.js");
  return { command: "node.exe", args: [script] };
}

/** A PATH on which the program finds the Node that it was installed with. */
export function pathFor(program: string, env: NodeJS.ProcessEnv): string {
  return [dirname(program), env["PATH"] ?? env["Path"] ?? ""].filter(Boolean).join(delimiter);
}

async function candidates(env: NodeJS.ProcessEnv): Promise<string[]> {
  const home = env["HOME"] ?? homedir();
  const nvm = join(home, ".nvm/versions/node");
  const folders = [
    ...(env["PATH"] ?? env["Path"] ?? "").split(delimiter),
    ...[".local/bin", ".npm-global/bin", ".volta/bin", ".bun/bin"].map((folder) => join(home, folder)),
    ...["/opt/homebrew/bin", "/usr/local/bin"],
    ...(env["APPDATA"] ? [join(env["APPDATA"], "npm")] : []),
    ...(await readdir(nvm).catch(() => [])).map((version) => join(nvm, version, "bin")),
  ];
  return [...new Set(folders.filter(Boolean))].map((folder) => join(folder, programName));
}

function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** As the package says that the program is part of; one that lies elsewhere (a shim) is asked. */
async function readVersion(path: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const script = startOf(path).args[0] ?? path;
  const inside = await realpath(script).catch(() => "");
  const text = await readFile(join(dirname(inside), "..", "package.json"), "utf8").catch(() => "");
  const ofPackage = /"name": ?"@google\/gemini-cli"/.test(text) && /"version": ?"(\d+\.\d+\.\d+)/.exec(text)?.[1];
  return ofPackage || askVersion(path, env);
}

/** In a home of its own, for the program makes a folder there even to tell its version. */
async function askVersion(path: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const { command, args } = startOf(path);
  const home = await mkdtemp(join(tmpdir(), "brainstem-gemini-"));
  const childEnv = { ...env, PATH: pathFor(path, env), GEMINI_CLI_HOME: home };
  const options = { timeout: tellsWithin, windowsHide: true, env: childEnv };
  const version = await new Promise<string | undefined>((done) => {
    execFile(command, [...args, "--version"], options, (error, stdout) =>
      done(error ? undefined : /\d+\.\d+\.\d+/.exec(stdout)?.[0]),
    );
  });
  await rm(home, { recursive: true, force: true });
  return version;
}
