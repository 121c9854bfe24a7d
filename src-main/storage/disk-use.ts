import { lstat, readdir } from "node:fs/promises";
import path from "node:path";

/** Bytes of all files below a folder; what cannot be read, or goes meanwhile, counts nothing. */
export async function diskUse(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  let bytes = 0;
  for (const name of names) {
    const place = path.join(folder, name);
    const found = await lstat(place).catch(() => undefined);
    if (found?.isDirectory()) bytes += await diskUse(place);
    else bytes += found?.size ?? 0;
  }
  return bytes;
}
