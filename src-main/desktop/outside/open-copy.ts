import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Failure } from "../../failure";

/** Copies of attached files that other programs show; all of them are gone once the app ends. */
export interface OpenCopies {
  /** Writes a PDF where nobody else can read it and opens it in the system's own program. Rejects with a sentence. */
  open(name: string, content: Buffer): Promise<void>;
  close(): Promise<void>;
}

/** @param openPath the system's way to open a file; resolves to what went wrong, or to nothing. */
export function createOpenCopies(openPath: (file: string) => Promise<string>, where = tmpdir()): OpenCopies {
  let making: Promise<string> | undefined;
  return {
    async open(name, content) {
      // The name decides which program opens it: nothing but a PDF may be called one.
      if (content.subarray(0, 1024).indexOf("%PDF-") === -1) throw new Failure("file_not_pdf");
      making ??= mkdtemp(path.join(where, "brainstem-"));
      const folder = path.join(await making, randomUUID());
      await mkdir(folder, { mode: 0o700 });
      const file = path.join(folder, pdfName(name));
      await writeFile(file, content, { mode: 0o600 });
      if (await openPath(file)) throw new Failure("file_unopened", { name });
    },
    async close() {
      const made = await making?.catch(() => undefined);
      if (made) await rm(made, { recursive: true, force: true }).catch(() => undefined);
    },
  };
}

/** A name for any system's disk that ends in `.pdf`, whatever the file was called. */
export function pdfName(name: string): string {
  const plain = [...name.replace(/\.pdf$/i, "")]
    .map((character) => (character < " " || '\\/:*?"<>|'.includes(character) ? "-" : character))
    .slice(0, 80)
    .join("")
    .replace(/^[.\s-]+|[.\s]+$/g, "");
  return `${plain || "file"}.pdf`;
}
