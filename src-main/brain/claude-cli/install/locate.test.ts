import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { compareVersions, createLocator, type FoundCli, oldestCli } from "./locate";

let home: string;
beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), "brainstem-test-")));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** Newer than any that the machine itself may have. */
const newest = "99.0.1";

function install(path: string, version: string): string {
  const file = join(home, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\necho "${version} (Claude Code)"\n`);
  chmodSync(file, 0o755);
  return file;
}

/** As an app that was started from a dock or the Finder looks for it. */
const find = (more: NodeJS.ProcessEnv = {}): Promise<FoundCli | undefined> =>
  createLocator().find("", { HOME: home, PATH: "/usr/bin:/bin", SHELL: "/bin/sh", ...more });

it.each([
  ".local/bin",
  ".claude/local",
  ".npm-global/bin",
  ".nvm/versions/node/v22.1.0/bin",
  ".local/share/fnm/node-versions/v24.0.0/installation/bin",
  "Library/Application Support/fnm/node-versions/v24.0.0/installation/bin",
  ".asdf/installs/nodejs/22.1.0/bin",
  ".local/share/mise/installs/node/24/bin",
  ".volta/bin",
  ".bun/bin",
  ".local/share/pnpm",
  "Library/pnpm",
])("it is found in %s", async (folder) => {
  const path = install(`${folder}/claude`, newest);
  expect(await find()).toMatchObject({ path, version: newest });
});

it("it is found where npm, pnpm, nvm or fnm were told to put things", async () => {
  writeFileSync(join(home, ".npmrc"), "registry=https://example.com/\nprefix=~/my npm\n");
  const path = install("my npm/bin/claude", newest);
  expect(await find()).toMatchObject({ path });
  rmSync(path);
  const pnpm = install("elsewhere/pnpm/claude", newest);
  expect(await find({ PNPM_HOME: dirname(pnpm) })).toMatchObject({ path: pnpm });
  rmSync(pnpm);
  const nvm = install("elsewhere/nvm/versions/node/v24.0.0/bin/claude", newest);
  expect(await find({ NVM_DIR: join(home, "elsewhere/nvm") })).toMatchObject({ path: nvm });
});

it("the newest of all wins, wherever it is", async () => {
  install(".local/bin/claude", "98.2.10");
  const path = install(".nvm/versions/node/v22.1.0/bin/claude", newest);
  install(".volta/bin/claude", "98.10.2");
  expect(await find()).toMatchObject({ path, version: newest });
});

it("the login shell is asked where only it knows, whatever its start-up files print", async ({ skip }) => {
  // Every CLI that this machine itself has must be too old for that.
  const chosen = install("my tools/claude", newest);
  writeFileSync(join(home, ".profile"), `echo "Good day!"\nexport PATH="${dirname(chosen)}:$PATH"\n`);
  const own = await createLocator().find("", {
    HOME: join(home, "nobody"),
    PATH: "/usr/bin:/bin",
    SHELL: "/bin/false",
  });
  skip(own !== undefined && compareVersions(own.version, oldestCli) >= 0, "this machine has one of its own");
  expect(await find()).toMatchObject({ path: chosen, version: newest });
});

it("a shim is run under the name it was found by", async () => {
  const shim = join(home, "manager/shim");
  mkdirSync(dirname(shim), { recursive: true });
  writeFileSync(shim, `#!/bin/sh\ncase "$0" in */claude) echo "${newest} (Claude Code)";; *) echo 99.9.9;; esac\n`);
  chmodSync(shim, 0o755);
  mkdirSync(join(home, ".volta/bin"), { recursive: true });
  symlinkSync(shim, join(home, ".volta/bin/claude"));
  expect(await find()).toMatchObject({ path: join(home, ".volta/bin/claude"), version: newest });
});

it("a chosen path alone counts, and nothing that does not run", async () => {
  install(".local/bin/claude", newest);
  const chosen = install("chosen/claude", "2.1.300");
  const locator = createLocator();
  expect(await locator.find(chosen, { HOME: home })).toMatchObject({ path: chosen, version: "2.1.300" });
  expect(await locator.find(join(home, "nothing"), { HOME: home })).toBeUndefined();
});
