import { defineConfig } from "@playwright/test";

/** The packaged app is one window on one screen and one session bus: one test at a time. */
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  // A busy machine is slow, not wrong.
  expect: { timeout: 20_000 },
  globalTimeout: 30 * 60_000,
  reporter: [["list"], ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? "test-results/report.json" }]],
  outputDir: "test-results",
});
