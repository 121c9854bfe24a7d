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
/** Fonts in the one form that every browser here reads; the others would only make the app larger. */
const woff2Only: Plugin = {
  name: "woff2-only",
  enforce: "pre",
  transform: (code, id) =>
    id.endsWith("katex.min.css") ? code.replace(/,url\([^)]+\) format\("(?:woff|truetype)"\)/g, "") : undefined,
};

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
    plugins: [react(), tailwindcss(), developmentPolicy, woff2Only, record("page")],
    // Its form for browsers lets the page parse HTML with styles in it, which the page's policy reports as a breach.
    resolve: {
      alias: { "hast-util-from-html-isomorphic": resolve("node_modules/hast-util-from-html-isomorphic/index.js") },
    },
    build: {
      target: "chrome108",
      // The page's policy knows no fonts in data URLs.
      assetsInlineLimit: (path) => (path.endsWith(".woff2") ? false : undefined),
      outDir: "out/renderer",
      minify: true,
      rolldownOptions: { input: { index: resolve("src-renderer/index.html") } },
    },
  },
});
