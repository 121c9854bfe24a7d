import { writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "vite";

/** Bundles a program for plain Node as releases are (Node 16, one file); returns the path of its code in `folder`. */
export async function bundle(folder: string, program: string): Promise<string> {
  const entry = path.join(folder, "program.ts");
  await writeFile(entry, program);
  await build({
    configFile: false,
    logLevel: "silent",
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      target: "node16",
      outDir: path.join(folder, "out"),
      rolldownOptions: { output: { format: "cjs", entryFileNames: "program.cjs" } },
    },
  });
  return path.join(folder, "out", "program.cjs");
}
