import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "{src-main,src-shared,src-preload,src-renderer,locales,bench}/**/*.test.{ts,tsx}",
      "scripts/**/*.test.{mjs,ts}",
    ],
    // Many tests start a real Claude CLI; two cores run two files at once.
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
