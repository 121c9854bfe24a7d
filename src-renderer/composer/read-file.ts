import { type AttachedFile, maxTextBytes } from "../../src-shared/conversation";

/** Why a file is not taken; each has its sentence. */
export type Refusal = "unreadable" | "empty" | "binary" | "textTooLarge" | "pdfTooLarge";

export const maxPdfBytes = 10 * 1024 * 1024;

/** Reads a text file (UTF-8, or UTF-16 with its mark) or a PDF. Anything else is refused. */
export async function readFile(file: File): Promise<AttachedFile | Refusal> {
  try {
    const name = file.name.slice(-255) || "file";
    const head = new Uint8Array(await file.slice(0, 1024).arrayBuffer());
    if (head.length === 0) return "empty";
    if (isPdf(head)) {
      if (file.size > maxPdfBytes) return "pdfTooLarge";
      return { name, mediaType: "application/pdf", data: await base64(file) };
    }
    const encoding = encodingOf(head);
    if (!encoding || decode(head, encoding, true) === undefined) return "binary";
    if (file.size > maxTextBytes) return "textTooLarge";
    const text = decode(new Uint8Array(await file.arrayBuffer()), encoding, false);
    return text === undefined ? "binary" : { name, mediaType: file.type.slice(0, 100) || "text/plain", text };
  } catch {
    // A folder, or a file that is gone or not the person's to read.
    return "unreadable";
  }
}

/** A blob's bytes in base64. */
export function base64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error("unreadable"));
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.readAsDataURL(blob);
  });
}

/** The mark of a PDF stands within its first kilobyte. */
const isPdf = (head: Uint8Array) => new TextDecoder("latin1").decode(head).includes("%PDF-");

function encodingOf(head: Uint8Array): string | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return head.includes(0) ? undefined : "utf-8";
}

/** Undefined for bytes that are no text; `partly`: a character may be cut off at the end. */
function decode(bytes: Uint8Array, encoding: string, partly: boolean): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: partly });
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}
