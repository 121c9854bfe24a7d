import { realpathSync, statSync } from "node:fs";
import { isAbsolute } from "node:path";

/**
 * What tells one installed program from the next under the same path: where its link leads, and its file. Undefined when
 * there is none; empty for a bare name, which says nothing.
 */
export function stampOf(path: string): string | undefined {
  if (!isAbsolute(path)) return "";
  try {
    const { ino, size, mtimeMs } = statSync(path);
    return [realpathSync(path), ino, size, mtimeMs].join(" ");
  } catch {
    return undefined;
  }
}
