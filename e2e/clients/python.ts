import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const names = ["python3", "python3.13", "python3.12", "python3.11", "python3.10", "python"];

/**
 * A Python (3.10 or newer) that has what a folder's `requirements.txt` names, made once in `.cache`. Undefined where
 * the machine has no such Python; rejects with pip's words where it cannot be installed.
 */
export async function preparePython(
  root: string,
  { folder, name } = { folder: "clients", name: "venv" },
): Promise<string | undefined> {
  const venv = path.join(root, ".cache", name);
  const python = path.join(venv, ...(process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"]));
  const requirements = path.join(root, "e2e", folder, "requirements.txt");
  const stamp = path.join(venv, "installed.txt");
  const wanted = await readFile(requirements, "utf8");
  if (existsSync(python) && existsSync(stamp) && (await readFile(stamp, "utf8")) === wanted) return python;

  const base = await findPython();
  if (!base) return undefined;
  await run(base, ["-m", "venv", venv]);
  await run(python, ["-m", "pip", "install", "--quiet", "--requirement", requirements], { maxBuffer: 1 << 26 });
  await writeFile(stamp, wanted);
  return python;
}

async function findPython(): Promise<string | undefined> {
  for (const name of names) {
    try {
      await run(name, ["-c", "import sys, venv; sys.exit(sys.version_info < (3, 10))"]);
      return name;
    } catch {
      // Missing or too old: the next name.
    }
  }
  return undefined;
}
