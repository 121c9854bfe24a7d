import { fileURLToPath } from "node:url";
import { _electron, type ElectronApplication, type Page } from "@playwright/test";
import type { BrainStatus } from "../../src-shared/brain-status";
import type { Bridge, Reply } from "../../src-shared/ipc";
import type { SettingsPatch } from "../../src-shared/settings";
import type { TrayIcon, TrayPanel } from "./tray-panel";

const PROGRAM =
  process.env["BRAINSTEM_APP"] ?? fileURLToPath(new URL("../../dist/linux-unpacked/brainstem", import.meta.url));
/** The endpoint's key in every test. */
export const API_KEY = "e2e-key-0123456789abcdef0123456789abcdef";

export interface LaunchOptions {
  /** Runs in the app's place and ends with running it, e.g. with a disk of its own; what it is stands in `APP`. */
  wrapper?: string;
  args?: string[];
  /** Beside what every app of the tests gets; undefined takes a variable away. */
  env?: Record<string, string | undefined>;
}

/** The packaged app, running. */
export interface BrainstemApp {
  pid: number;
  /** What it was started with. */
  environment: Record<string, string>;
  electron: ElectronApplication;
  /** Its window; rejects where it started hidden. */
  page: Page;
  tray(): Promise<TrayIcon>;
  /** The brain as the window knows it. */
  status(): Promise<BrainStatus>;
  /** Asks for a change of the settings as the window does; what comes back is its reply. */
  saveSettings(patch: SettingsPatch): Promise<Reply<unknown>>;
  /** What the system's clipboard holds. */
  clipboard(): Promise<string>;
  isWindowVisible(): Promise<boolean>;
  /** Closes the window as its close button does. */
  closeWindow(): Promise<void>;
  /** Resolves when the process is gone. */
  exited: Promise<void>;
  /** Ends it if it still runs. */
  end(): Promise<void>;
}

export async function launchApp(
  place: { userHome: string; home: string },
  panel: TrayPanel,
  { args = [], env = {}, wrapper }: LaunchOptions,
): Promise<BrainstemApp> {
  const environment = environmentOf(place, env);
  const electron = await _electron.launch({
    executablePath: wrapper ?? PROGRAM,
    args: [...sandboxArguments(), ...args],
    env: wrapper ? { ...environment, APP: PROGRAM } : environment,
  });
  const child = electron.process();
  const exited = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    child.once("exit", () => resolve());
  });
  const page = args.includes("--hidden") ? undefined : await electron.firstWindow();
  const pid = child.pid ?? 0;
  return {
    pid,
    environment,
    electron,
    get page() {
      if (!page) throw new Error("The app started hidden.");
      return page;
    },
    tray: () => panel.icon(pid),
    status: () => statusOf(page),
    saveSettings: (patch) =>
      (page as Page).evaluate(
        (asked) => (window as unknown as { brainstem: Bridge }).brainstem.request("settings.update", asked),
        patch as Record<string, Record<string, unknown>>,
      ),
    clipboard: () => electron.evaluate(({ clipboard }) => clipboard.readText()),
    isWindowVisible: () =>
      electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible())),
    closeWindow: () =>
      electron.evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.close();
      }),
    exited,
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      await exited;
    },
  };
}

async function statusOf(page: Page | undefined): Promise<BrainStatus> {
  if (!page) throw new Error("The app started hidden.");
  const reply = await page.evaluate(() =>
    (window as unknown as { brainstem: Bridge }).brainstem.request("app.snapshot", undefined),
  );
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value.status;
}

/** Chromium's sandbox refuses to run as root. */
function sandboxArguments(): string[] {
  return process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}

/** Built anew: nothing of the tester's own login or settings reaches the app. */
function environmentOf(
  { userHome, home }: { userHome: string; home: string },
  more: Record<string, string | undefined>,
): Record<string, string> {
  const inherited = [
    "PATH",
    "LANG",
    "TMPDIR",
    "DISPLAY",
    "XAUTHORITY",
    "DBUS_SESSION_BUS_ADDRESS",
    "BRAINSTEM_CLAUDE_PATH",
  ];
  const all: Record<string, string | undefined> = {
    ...Object.fromEntries(inherited.map((name) => [name, process.env[name]])),
    HOME: userHome,
    BRAINSTEM_HOME: home,
    BRAINSTEM_PORT: "0",
    BRAINSTEM_API_KEY: API_KEY,
    ...more,
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
