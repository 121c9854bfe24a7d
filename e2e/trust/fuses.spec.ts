import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";

/** What stands before the fuses in Electron's program; see `@electron/fuses`. */
const sentinel = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const names = ["runAsNode", "cookieEncryption", "nodeOptions", "nodeInspect", "asarIntegrity", "onlyAsar"] as const;

/** How the fuses of a packaged program stand. */
function fusesOf(program: string): Record<string, boolean> {
  const bytes = readFileSync(program);
  const at = bytes.indexOf(sentinel);
  expect(at).toBeGreaterThan(0);
  // Behind the sentinel: the wire's version, how many there are, and a character each.
  const wire = bytes.subarray(at + sentinel.length + 2);
  return Object.fromEntries(names.map((name, i) => [name, wire[i] === "1".charCodeAt(0)]));
}

test("the packaged program runs nothing but its own archive", () => {
  const program = process.env["BRAINSTEM_APP"];
  test.skip(!program || process.platform !== "linux", "needs the packaged app on Linux");
  const { nodeInspect: _, ...fuses } = fusesOf(program as string);
  // The inspector is open in the build that the tests drive, and shut in a release.
  expect(fuses).toEqual({
    runAsNode: false,
    cookieEncryption: false,
    nodeOptions: false,
    asarIntegrity: true,
    onlyAsar: true,
  });
});

test("the package says what it is made of", () => {
  const program = process.env["BRAINSTEM_APP"];
  test.skip(!program || process.platform !== "linux", "needs the packaged app on Linux");
  const file = path.join(path.dirname(program as string), "resources", "brainstem.cdx.json");
  const bill = JSON.parse(readFileSync(file, "utf8")) as { components: { name: string; version: string }[] };
  const versions = Object.fromEntries(bill.components.map(({ name, version }) => [name, version]));
  for (const name of ["electron", "react-dom", "undici", "zod"]) expect(versions[name]).toMatch(/^\d+\.\d+/);
  // What only builds and tests it is not in it.
  for (const name of ["vite", "test", "typescript"]) expect(versions).not.toHaveProperty(name);
});
