import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Plugin } from "vite";

/** A package of node_modules of which something is in the bundles. */
export interface BundledPackage {
  name: string;
  version: string;
  /** As its own package.json has it, e.g. `MIT`; empty where it names none. */
  license: string;
  /** Its folder below the project's, e.g. `node_modules/zod`. */
  path: string;
  /** The bundles that hold some of it. */
  parts: string[];
}

/**
 * Records which packages end up in the bundles, for the bill of materials and the licence notices. Give each build
 * `record(part)`; every build rewrites `file` (a JSON list of {@link BundledPackage}, by name) with all parts so far.
 */
export function createPackageRecord(file: string): (part: string) => Plugin {
  const parts = new Map<string, Set<string>>();
  return (part) => ({
    name: "bundled-packages",
    apply: "build",
    writeBundle(_, bundle) {
      const ids = Object.values(bundle).flatMap((each) => (each.type === "chunk" ? Object.keys(each.modules) : []));
      // What a stylesheet imports is no module of its own, and neither it nor an asset is in a chunk.
      const styles = [...this.getModuleIds()].filter((id) => /\.(css|woff2?|ttf)$/.test(id));
      const folders = [...ids, ...styles, ...styles.flatMap(importedStyles)].flatMap((id) => packageFolder(id) ?? []);
      parts.set(part, new Set(folders));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify(listOf(parts), undefined, 2)}\n`);
    },
  });
}

/** The folder of the package that a module lies in: the last one below node_modules that has a name and a version. */
export function packageFolder(id: string): string | undefined {
  const clean = id.replace(/^\0+/, "").replace(/[?#].*$/, "");
  const at = clean.lastIndexOf(`node_modules${sep}`);
  if (at < 0) return undefined;
  const [first = "", second = ""] = clean.slice(at + "node_modules".length + 1).split(sep);
  const folder = join(clean.slice(0, at), "node_modules", first, first.startsWith("@") ? second : "");
  return existsSync(join(folder, "package.json")) ? folder : undefined;
}

/** What a stylesheet of our own imports from packages, as paths in node_modules. */
function importedStyles(file: string): string[] {
  if (!file.endsWith(".css") || !existsSync(file)) return [];
  const imports = readFileSync(file, "utf8").matchAll(/^@import\s+["']([^."'/][^"']*)["']/gm);
  return [...imports].map(([, name = ""]) => resolve("node_modules", name));
}

function listOf(parts: Map<string, Set<string>>): BundledPackage[] {
  const folders = new Set([...parts.values()].flatMap((each) => [...each]));
  const list = [...folders].map((folder) => {
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Partial<BundledPackage>;
    const { name = "", version = "", license } = manifest;
    return {
      name,
      version,
      license: typeof license === "string" ? license : "",
      path: relative(resolve("."), folder).split(sep).join("/"),
      parts: [...parts].flatMap(([part, held]) => (held.has(folder) ? [part] : [])),
    };
  });
  return list.sort((a, b) => (a.path < b.path ? -1 : 1));
}
