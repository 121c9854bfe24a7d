import { readdir, readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/**
 * The folders in which people have `claude`, beside those of PATH: installers, package managers and version managers
 * put it there. Some need not exist.
 */
export async function usualFolders(env: NodeJS.ProcessEnv): Promise<string[]> {
  const home = env["HOME"] ?? env["USERPROFILE"] ?? homedir();
  if (process.platform === "win32") return windowsFolders(env, home);
  const versions = await Promise.all(
    versionFolders(env, home).map(async ([folder, inside]) => {
      const names = await readdir(folder).catch(() => []);
      return names.map((name) => join(folder, name, inside));
    }),
  );
  const prefix = await npmPrefix(env, home);
  return [
    ...inHome.map((folder) => join(home, folder)),
    ...(prefix ? [join(prefix, "bin")] : []),
    ...[env["PNPM_HOME"], env["BUN_INSTALL"] && join(env["BUN_INSTALL"], "bin")].filter(
      (folder) => folder !== undefined,
    ),
    ...versions.flat(),
    ...systemWide,
  ];
}

const inHome = [
  ".local/bin",
  ".claude/local",
  ".claude/local/node_modules/.bin",
  ".npm-global/bin",
  ".npm-packages/bin",
  ".volta/bin",
  ".bun/bin",
  ".local/share/pnpm",
  ".local/share/pnpm/bin",
  "Library/pnpm",
  "Library/pnpm/bin",
  ".yarn/bin",
  ".asdf/shims",
  ".local/share/mise/shims",
  ".nix-profile/bin",
  "n/bin",
  "bin",
];

const systemWide = [
  "/opt/homebrew/bin",
  "/usr/local/bin",
  "/home/linuxbrew/.linuxbrew/bin",
  "/opt/local/bin",
  "/run/current-system/sw/bin",
  "/usr/bin",
];

/** Where version managers keep a folder for each Node, and where in it programs are. */
function versionFolders(env: NodeJS.ProcessEnv, home: string): [folder: string, inside: string][] {
  const fnm = [env["FNM_DIR"], join(home, ".local/share/fnm"), join(home, "Library/Application Support/fnm")];
  return [
    [join(env["NVM_DIR"] ?? join(home, ".nvm"), "versions/node"), "bin"],
    ...[...fnm, join(home, ".fnm")]
      .filter((folder) => folder !== undefined)
      .map((folder): [string, string] => [join(folder, "node-versions"), "installation/bin"]),
    [join(env["ASDF_DATA_DIR"] ?? join(home, ".asdf"), "installs/nodejs"), "bin"],
    [join(env["MISE_DATA_DIR"] ?? join(home, ".local/share/mise"), "installs/node"), "bin"],
    [join(home, ".volta/tools/image/node"), "bin"],
  ];
}

/** Where `npm install -g` puts things, if the person moved that place. */
async function npmPrefix(env: NodeJS.ProcessEnv, home: string): Promise<string | undefined> {
  const named = env["npm_config_prefix"] ?? env["NPM_CONFIG_PREFIX"];
  if (named) return named;
  const npmrc = await readFile(join(home, ".npmrc"), "utf8").catch(() => "");
  const prefix = /^\s*prefix\s*=\s*"?([^"\n]+?)"?\s*$/m.exec(npmrc)?.[1];
  return prefix?.replace(/^(~|\$\{?HOME\}?)(?=\/|$)/, home);
}

function windowsFolders(env: NodeJS.ProcessEnv, home: string): string[] {
  const roaming = env["APPDATA"] ?? join(home, "AppData", "Roaming");
  const local = env["LOCALAPPDATA"] ?? join(home, "AppData", "Local");
  return [
    join(home, ".local", "bin"),
    // npm's own `claude.cmd` needs a shell; the program that it starts does not.
    join(roaming, "npm", "node_modules", "@anthropic-ai", "claude-code", "bin"),
    join(local, "Microsoft", "WinGet", "Links"),
    join(local, "pnpm"),
    join(home, ".bun", "bin"),
    join(home, ".volta", "bin"),
    join(home, "scoop", "shims"),
  ];
}
