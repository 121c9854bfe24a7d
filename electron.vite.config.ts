import { resolve } from "node:path";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import type { Plugin } from "vite";
import { createPackageRecord } from "./scripts/lib/bundled-packages";

/** Live reload needs what the page's own policy forbids: inline scripts and styles, and its server's socket. */
const developmentPolicy: Plugin = {
  name: "development-policy",
  apply: "serve",
  transformIndexHtml: (html) =>
    html
      .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
      .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
      .replace("connect-src 'none'", "connect-src 'self' ws:"),
};

const record = createPackageRecord(resolve("out/bundled-packages.json"));

/**
 * One set of bundles serves the current Electron and Electron 22 (Node 16, Chromium 108), so the targets are
 * those of the older one and every dependency is bundled: nothing is resolved from node_modules at run time.
 */
export default defineConfig({
  main: {
    plugins: [record("main")],
    build: {
      target: "node16",
      outDir: "out/main",
      externalizeDeps: false,
      rolldownOptions: {
        input: { main: "src-main/main.ts", serve: "src-main/serve.ts" },
        external: ["electron"],
        output: { format: "cjs", entryFileNames: "[name].cjs", chunkFileNames: "chunks/[name].cjs" },
      },
    },
  },
  preload: {
    plugins: [record("preload")],
    build: {
      target: "node16",
      outDir: "out/preload",
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: "src-preload/preload.ts" },
        external: ["electron"],
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: "src-renderer",
    plugins: [react(), tailwindcss(), developmentPolicy, record("page")],
    build: {
      target: "chrome108",
      outDir: "out/renderer",
      rolldownOptions: { input: { index: resolve("src-renderer/index.html") } },
    },
  },
});
