import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensurePackage } from "./bundle.mjs";
import { hasDisplay, startDisplay } from "./display.mjs";
import { describeElectron, ensureElectron } from "./electron.mjs";
import { cache, nodeBinary } from "./paths.mjs";
import { countPlaywright, countVitest } from "./reports.mjs";
import { capture, follow } from "./run.mjs";
import { say } from "./say.mjs";

/** The steps of `npm test`, in order. @type {import("./steps.mjs").Step[]} */
export const steps = [
  check("types", "tsc", ["-p", "tsconfig.json"]),
  check("lint", "biome", ["check", "."]),
  check("dead-code", "knip", []),
  check("dependencies", nodeBinary(), ["scripts/check-dependencies.mjs"]),
  { name: "unit", run: unit },
  { name: "package", run: packageApp },
  { name: "e2e", run: endToEnd },
];

/** A program that checks something and counts as one test; what it says is shown when it fails. */
function check(name, command, args) {
  return {
    name,
    run: async ({ env }) => {
      const { code, output } = await capture(command, args, { env });
      if (code !== 0) process.stdout.write(`${output.trim()}\n`);
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    },
  };
}

async function unit({ env }) {
  const report = freshReport("vitest.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await follow("vitest", args, { env });
  return countVitest(readReport(report), code);
}

async function packageApp() {
  const electron = await ensureElectron();
  say(describeElectron(electron));
  await ensurePackage(electron);
  return { passed: 1, failed: 0 };
}

/** The packaged app on a session bus and display of its own. */
async function endToEnd({ env }) {
  const electron = await ensureElectron();
  const program = await ensurePackage(electron);
  say(`On ${describeElectron(electron)}`);
  const screen = hasDisplay() ? undefined : await startDisplay();
  try {
    const report = freshReport("playwright.json");
    const code = await follow(...onSessionBus(["playwright", "test"]), {
      env: {
        ...env,
        ...(screen && { DISPLAY: screen.display }),
        BRAINSTEM_APP: program,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    });
    return countPlaywright(readReport(report), code);
  } finally {
    await screen?.stop();
  }
}

function onSessionBus([command, ...args]) {
  return process.platform === "linux" ? ["dbus-run-session", ["--", command, ...args]] : [command, args];
}

function freshReport(name) {
  mkdirSync(cache, { recursive: true });
  const path = join(cache, name);
  rmSync(path, { force: true });
  return path;
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}
