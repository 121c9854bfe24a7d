import { copyFile, lstat, mkdir, readFile, symlink } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/** What the CLI keeps a login in. The rest of its folder (settings, memories, earlier conversations) stays out. */
const loginFiles = ["oauth_creds.json", "google_accounts.json", "installation_id", ".env"];

/** The CLI's own folder of a person. */
const folderOf = (env: NodeJS.ProcessEnv): string =>
  join(env["GEMINI_CLI_HOME"] ?? env["HOME"] ?? homedir(), ".gemini");

/** How the person has logged in to the CLI, e.g. `oauth-personal`; undefined when they have not. */
export async function readLoginType(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  try {
    const settings = JSON.parse(await readFile(join(folderOf(env), "settings.json"), "utf8"));
    const type: unknown = settings?.security?.auth?.selectedType ?? settings?.selectedAuthType;
    return typeof type === "string" ? type : undefined;
  } catch {
    return undefined;
  }
}

/** Makes the person's login stand in `home` as well: linked, so that a renewed one reaches the person's own file. */
export async function lendLogin(env: NodeJS.ProcessEnv, home: string): Promise<void> {
  const lent = join(home, ".gemini");
  await mkdir(lent, { recursive: true });
  for (const name of loginFiles) {
    const own = join(folderOf(env), name);
    if (!(await lstat(own).catch(() => undefined))) continue;
    // Windows lets only some people make links.
    await symlink(own, join(lent, name)).catch(() => copyFile(own, join(lent, name)));
  }
}
