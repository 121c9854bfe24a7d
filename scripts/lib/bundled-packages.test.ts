import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "vite";
import { afterEach, expect, it } from "vitest";
import { type BundledPackage, createPackageRecord, packageFolder } from "./bundled-packages";

const folder = mkdtempSync(join(tmpdir(), "bundled-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("lists what is in the bundles, with versions and licences, and nothing that was shaken off", async () => {
  const list = join(folder, "list.json");
  const record = createPackageRecord(list);
  const entries = {
    main: `import { parse } from "yaml"; import { useStore } from "zustand"; console.log(parse("a: 1"));`,
    page: `import { createStore } from "zustand/vanilla"; console.log(createStore(() => 1));`,
  };
  for (const [part, source] of Object.entries(entries)) {
    // Inside the project, so that its packages are found.
    const entry = resolve(`node_modules/.bundled-${part}-${process.pid}.mjs`);
    writeFileSync(entry, source);
    try {
      await build({
        configFile: false,
        logLevel: "silent",
        plugins: [record(part)],
        build: { outDir: join(folder, part), lib: { entry, formats: ["es"], fileName: part } },
      });
    } finally {
      rmSync(entry);
    }
  }
  const found = JSON.parse(readFileSync(list, "utf8")) as BundledPackage[];
  expect(found.map(({ name, license, path, parts }) => ({ name, license, path, parts }))).toEqual([
    { name: "yaml", license: "ISC", path: "node_modules/yaml", parts: ["main"] },
    { name: "zustand", license: "MIT", path: "node_modules/zustand", parts: ["page"] },
  ]);
  expect(found[0]?.version).toMatch(/^\d+\.\d+\.\d+/);
});

it("knows a module's package by its path", () => {
  const zod = resolve("node_modules/zod");
  expect(packageFolder(`\0${zod}/v4/core/core.js?commonjs-proxy`)).toBe(zod);
  expect(packageFolder(resolve("node_modules/@radix-ui/react-id/dist/index.mjs"))).toBe(
    resolve("node_modules/@radix-ui/react-id"),
  );
  expect(packageFolder(resolve("src-main/main.ts"))).toBeUndefined();
});
