import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A real desktop key store on a session bus of its own. */
export interface KeyStoreBus {
  /** What an app needs in its environment to find it. */
  env: { DBUS_SESSION_BUS_ADDRESS: string; XDG_RUNTIME_DIR: string };
  /** Forgets all that was ever kept, as on another machine. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

/** Whether this machine has GNOME's key store and what finds it. */
export const hasKeyStore = (): boolean =>
  process.platform === "linux" &&
  ["gnome-keyring-daemon", "dbus-daemon"].every(
    (program) => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0,
  );

/** Starts a bus and an unlocked gnome-keyring-daemon on it, with a folder of its own. */
export async function startKeyStore(): Promise<KeyStoreBus> {
  const folder = mkdtempSync(join(tmpdir(), "keyring-"));
  const bus = spawn("dbus-daemon", ["--session", "--nofork", "--print-address"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [address] = (await once(bus.stdout, "data")) as [Buffer];
  const env = { DBUS_SESSION_BUS_ADDRESS: address.toString().trim(), XDG_RUNTIME_DIR: join(folder, "run") };
  mkdirSync(env.XDG_RUNTIME_DIR, { mode: 0o700 });
  let round = 0;
  let keyring: ChildProcess;
  const start = async () => {
    round += 1;
    const home = join(folder, `home-${round}`);
    mkdirSync(home, { mode: 0o700 });
    keyring = spawn("gnome-keyring-daemon", ["--foreground", "--unlock", "--components=secrets"], {
      env: { PATH: process.env["PATH"], HOME: home, ...env },
      stdio: ["pipe", "ignore", "ignore"],
    });
    keyring.stdin?.end("\n");
    await owned(env);
  };
  await start();
  return {
    env,
    async forget() {
      await end(keyring);
      await start();
    },
    async close() {
      await end(keyring);
      await end(bus);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves once somebody answers as the bus's store of secrets. */
async function owned(env: NodeJS.ProcessEnv): Promise<void> {
  const ask = ["--session", "--dest=org.freedesktop.DBus", "--type=method_call", "--print-reply", "/"];
  const question = ["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"];
  for (;;) {
    const { stdout } = spawnSync("dbus-send", [...ask, ...question], { env: { ...process.env, ...env } });
    if (stdout.toString().includes("true")) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}
