import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { SetupError } from "./say.mjs";

/**
 * The arguments with which Chromium's sandbox lets this program start. It refuses to run as root, so root goes without
 * one; everyone else keeps it, and is told what to run where the system does not let it work.
 * @param {string} program path of the Electron binary
 */
export function sandboxArguments(program) {
  if (process.platform !== "linux") return [];
  if (process.getuid?.() === 0) return ["--no-sandbox"];
  const helper = join(dirname(program), "chrome-sandbox");
  if (namespacesAllowed() || isSetuidRoot(helper)) return [];
  throw new SetupError(
    `This system lets Chromium's sandbox work only through its helper program. Set it up once with:
  sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"`,
  );
}

function namespacesAllowed() {
  return (
    read("kernel/unprivileged_userns_clone") !== "0" && read("kernel/apparmor_restrict_unprivileged_userns") !== "1"
  );
}

function read(name) {
  try {
    return readFileSync(`/proc/sys/${name}`, "utf8").trim();
  } catch {
    return undefined;
  }
}

function isSetuidRoot(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && stats.uid === 0 && (stats.mode & 0o4000) !== 0;
}
