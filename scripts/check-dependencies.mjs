import { findCycles, findForbidden } from "./lib/dependency-rules.mjs";
import { readImports } from "./lib/imports.mjs";
import { root } from "./lib/paths.mjs";

/** Holds the direction of the arrows between the rooms; prints each breach as `file: sentence`. */
const imports = await readImports(root, ["src-main", "src-preload", "src-renderer", "src-shared"]);
const breaches = [...findForbidden(imports), ...findCycles(imports)];
for (const breach of breaches) process.stdout.write(`${breach}\n`);
process.stdout.write(`${imports.size} files, ${breaches.length} breaches\n`);
process.exitCode = breaches.length > 0 ? 1 : 0;
