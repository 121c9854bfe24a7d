import { defineConfig } from "@playwright/test";

/** Takes the pictures of the documentation; `npm run pictures` runs it. No part of the tests. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.pictures.ts",
  workers: 1,
  timeout: 120_000,
  reporter: "list",
  outputDir: "../../test-results/pictures",
});
