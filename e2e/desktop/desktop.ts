import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { type BrainstemApp, type LaunchOptions, launchApp } from "./app";
import { type NotificationService, openNotificationService } from "./notification-service";
import { processesOf } from "./processes";
import { openTrayPanel, type TrayPanel } from "./tray-panel";

/** A person's machine for one test: a home of its own and a desktop with a tray and notifications. */
export interface Desktop {
  /** What `HOME` is for the app. */
  userHome: string;
  /** `BRAINSTEM_HOME`; kept over restarts within the test. */
  home: string;
  panel: TrayPanel;
  notifications: NotificationService;
  /** Starts the packaged app and waits for its window, unless it starts hidden. */
  launch(options?: LaunchOptions): Promise<BrainstemApp>;
  /** Lets the CLI find a login, as `claude auth login` leaves one. */
  logIn(): void;
}

/** The test function of the desktop: every app that a test launches is gone after it. */
export const test = base.extend<{ desktop: Desktop }, { panel: TrayPanel; notifications: NotificationService }>({
  panel: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed here.
    async ({}, use) => {
      const panel = await openTrayPanel(sessionBus());
      await use(panel);
      panel.close();
    },
    { scope: "worker" },
  ],
  notifications: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed here.
    async ({}, use) => {
      const notifications = await openNotificationService(sessionBus());
      await use(notifications);
      notifications.close();
    },
    { scope: "worker" },
  ],
  desktop: async ({ panel, notifications }, use) => {
    const root = mkdtempSync(join(tmpdir(), "brainstem-e2e-"));
    const [userHome, home] = [join(root, "person"), join(root, "brainstem")];
    for (const folder of [userHome, home]) mkdirSync(folder);
    notifications.shown.length = 0;
    const apps: BrainstemApp[] = [];
    await use({
      userHome,
      home,
      panel,
      notifications,
      async launch(options = {}) {
        const app = await launchApp({ userHome, home }, panel, options);
        apps.push(app);
        return app;
      },
      logIn: () => writeLogin(userHome),
    });
    for (const app of apps) await app.end();
    await endAll(userHome);
    rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  },
});

function writeLogin(userHome: string): void {
  const claudeAiOauth = {
    accessToken: "sk-ant-oat01-e2e",
    refreshToken: "sk-ant-ort01-e2e",
    expiresAt: Date.now() + 86_400_000,
    scopes: ["user:inference", "user:profile"],
    subscriptionType: "max",
  };
  mkdirSync(join(userHome, ".claude"), { recursive: true });
  writeFileSync(join(userHome, ".claude", ".credentials.json"), JSON.stringify({ claudeAiOauth }), { mode: 0o600 });
}

function sessionBus(): string {
  const address = process.env["DBUS_SESSION_BUS_ADDRESS"];
  if (!address) throw new Error("These tests need a session bus of their own: run them with `npm test -- e2e`.");
  return address;
}

/** What a failed test left behind; gone before its folder is. */
async function endAll(userHome: string): Promise<void> {
  for (let left = processesOf(userHome); left.length > 0; left = processesOf(userHome)) {
    for (const { pid } of left) kill(pid);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself meanwhile.
  }
}
