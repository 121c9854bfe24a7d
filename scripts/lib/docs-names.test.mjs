import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "./paths.mjs";

it.each(["docs/security.md", "docs/testing.md"])("every file that %s names is there", (page) => {
  const text = readFileSync(join(root, page), "utf8");
  const names = [...text.matchAll(/`([\w./-]+\.(?:tsx?|mjs|yml|json))`/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(3);
  const made = /^(dist|out|resources)\//;
  const missing = names.filter(
    (name) =>
      !made.test(name) && !["", "src-main", "src-renderer"].some((folder) => existsSync(join(root, folder, name))),
  );
  expect(missing).toEqual([]);
});
