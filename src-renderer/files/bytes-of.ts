import type { AttachedFile } from "../../src-shared/conversation";

/** How large a file is, in bytes. */
export function bytesOf(file: AttachedFile): number {
  if ("text" in file) return new Blob([file.text]).size;
  return Math.floor((file.data.length * 3) / 4) - (file.data.match(/=+$/)?.[0].length ?? 0);
}
