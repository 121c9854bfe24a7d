import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, relative, resolve } from "node:path";
import { parseSync } from "vite";

/**
 * What every TypeScript file imports, types included. Files are named by their path from the root; what is outside
 * the sources stays as it is written (`zod`, `node:fs`). Tests are left out: they may reach anywhere.
 * @param {string} root
 * @param {string[]} folders
 * @returns {Promise<Map<string, string[]>>}
 */
export async function readImports(root, folders) {
  const imports = new Map();
  for (const path of folders.flatMap((folder) => sourcesUnder(join(root, folder)))) {
    const specifiers = importsOf(path, readFileSync(path, "utf8"));
    const targets = specifiers.map((specifier) => locate(root, path, specifier));
    imports.set(name(root, path), [...new Set(targets)]);
  }
  return imports;
}

/**
 * The specifiers in one file's text: `import`, `export … from` and `import("…")`.
 * @param {string} path
 * @param {string} text
 * @returns {string[]}
 */
export function importsOf(path, text) {
  const { module } = parseSync(path, text);
  const exported = module.staticExports.flatMap((statement) => statement.entries.map((entry) => entry.moduleRequest));
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start, end));
  return [
    ...module.staticImports.map((statement) => statement.moduleRequest.value),
    ...exported.flatMap((request) => (request ? [request.value] : [])),
    ...dynamic.filter((code) => /^["']/.test(code)).map((code) => code.slice(1, -1)),
  ];
}

function sourcesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

function locate(root, from, specifier) {
  if (!specifier.startsWith(".")) return specifier;
  const path = resolve(dirname(from), specifier.replace(/\?.*$/, ""));
  const options = [".ts", ".tsx", "/index.ts", "/index.tsx"].map((ending) => path + ending);
  const found = options.find((option) => existsSync(option)) ?? path;
  return name(root, extname(found) ? found : path);
}

function name(root, path) {
  return relative(root, path).replaceAll("\\", "/");
}
