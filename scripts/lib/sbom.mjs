import { createHash } from "node:crypto";

/**
 * A bill of materials in CycloneDX 1.5: the packages that are in the bundles, and the program they run in. The same
 * input gives the same text.
 * @param {{ name: string, version: string, license: string }} app
 * @param {import("./bundled-packages").BundledPackage[]} packages
 * @param {{ electron: string, chrome: string, node: string }} versions of Electron, as it tells them itself
 * @param {(path: string) => string | undefined} integrity a package's hash in package-lock.json, by its folder
 */
export function billOfMaterials(app, packages, versions, integrity) {
  const ref = `${app.name}@${app.version}`;
  const libraries = packages.map((each) => describePackage(each, integrity(each.path)));
  // The same version may lie in several folders.
  const unique = libraries.filter(
    (library, i) => libraries.findIndex((other) => other["bom-ref"] === library["bom-ref"]) === i,
  );
  const components = [describeElectron(versions), ...unique];
  const dependencies = [
    { ref, dependsOn: components.map((component) => component["bom-ref"]) },
    ...components.map((component) => ({ ref: component["bom-ref"], dependsOn: [] })),
  ];
  const metadata = {
    lifecycles: [{ phase: "build" }],
    component: { type: "application", "bom-ref": ref, ...versioned(app), licenses: licensesOf(app.license) },
  };
  const content = { version: 1, metadata, components, dependencies };
  const serialNumber = `urn:uuid:${uuidOf(JSON.stringify(content))}`;
  return { bomFormat: "CycloneDX", specVersion: "1.5", serialNumber, ...content };
}

function describePackage({ name, version, license }, integrity) {
  const [scope, rest] = name.startsWith("@") ? name.split("/") : [undefined, name];
  const purl = `pkg:npm/${scope ? `${encodeURIComponent(scope)}/` : ""}${rest}@${version}`;
  const hash = /^sha512-(.+)$/.exec(integrity ?? "")?.[1];
  return {
    type: "library",
    "bom-ref": purl,
    ...(scope && { group: scope }),
    ...versioned({ name: rest, version }),
    purl,
    licenses: licensesOf(license),
    ...(hash && { hashes: [{ alg: "SHA-512", content: Buffer.from(hash, "base64").toString("hex") }] }),
  };
}

function describeElectron({ electron, chrome, node }) {
  const part = (name, version) => ({
    type: "framework",
    "bom-ref": `pkg:generic/${name}@${version}`,
    ...versioned({ name, version }),
    purl: `pkg:generic/${name}@${version}`,
  });
  const framework = {
    ...part("electron", electron),
    purl: `pkg:npm/electron@${electron}`,
    licenses: licensesOf("MIT"),
  };
  return { ...framework, components: [part("chromium", chrome), part("node", node)] };
}

const versioned = ({ name, version }) => ({ name, version });

/** SPDX ids stand alone; anything with an operator is an expression. */
function licensesOf(license) {
  if (!license) return [];
  return /[ ()]/.test(license) ? [{ expression: license.replace(/^\((.*)\)$/, "$1") }] : [{ license: { id: license } }];
}

/** A UUID (version 8: of one's own making) out of a text. */
function uuidOf(text) {
  const hex = createHash("sha256").update(text).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
