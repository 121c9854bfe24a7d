import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{src-main,src-shared,src-preload,src-renderer,bench}/**/*.test.{ts,tsx}", "scripts/**/*.test.mjs"],
    // Many tests start a real Claude CLI; two cores run two files at once.
    maxWorkers: 2,
    // As in playwright.config.ts: a shared machine may starve one attempt.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
