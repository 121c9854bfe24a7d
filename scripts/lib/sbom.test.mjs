import { expect, it } from "vitest";
import { billOfMaterials } from "./sbom.mjs";

const app = { name: "brainstem", version: "1.0.0", license: "MIT" };
const versions = { electron: "45.4.1", chrome: "150.0.1.2", node: "24.1.0" };
const packages = [
  { name: "zod", version: "4.6.7", license: "MIT", path: "node_modules/zod", parts: ["main"] },
  { name: "zod", version: "4.6.7", license: "MIT", path: "node_modules/a/node_modules/zod", parts: ["page"] },
  { name: "@a/b", version: "1.0.0", license: "(MIT OR Apache-2.0)", path: "node_modules/@a/b", parts: ["page"] },
  { name: "bare", version: "0.1.0", license: "", path: "node_modules/bare", parts: ["page"] },
];
const bill = () =>
  billOfMaterials(app, packages, versions, (path) => (path === "node_modules/zod" ? "sha512-AAEC" : undefined));

it("names each package once, with its licence, its hash and where it is from", () => {
  const { components } = bill();
  expect(components.slice(1)).toMatchObject([
    { name: "zod", version: "4.6.7", purl: "pkg:npm/zod@4.6.7", licenses: [{ license: { id: "MIT" } }] },
    { group: "@a", name: "b", purl: "pkg:npm/%40a/b@1.0.0", licenses: [{ expression: "MIT OR Apache-2.0" }] },
    { name: "bare", licenses: [] },
  ]);
  // The bytes 0, 1, 2 in hexadecimal.
  expect(components[1].hashes).toEqual([{ alg: "SHA-512", content: "000102" }]);
});

it("names the program that it all runs in, and what that is made of", () => {
  const { components, dependencies } = bill();
  expect(components[0]).toMatchObject({ name: "electron", version: "45.4.1" });
  expect(components[0].components.map(({ name, version }) => `${name} ${version}`)).toEqual([
    "chromium 150.0.1.2",
    "node 24.1.0",
  ]);
  const refs = components.map((component) => component["bom-ref"]);
  expect(new Set(refs).size).toBe(refs.length);
  expect(dependencies[0]).toEqual({ ref: "brainstem@1.0.0", dependsOn: refs });
});

it("is the same for the same", () => {
  expect(bill()).toEqual(bill());
  expect(bill().serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
});
