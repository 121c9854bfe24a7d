import { z } from "zod";
import { fileText } from "../../brain/file-text";
import type { Part } from "../../brain/turn";
import { badRequest } from "../errors";
import { readPdf } from "../request/file";
import { nameOf, parseAs } from "../request/validate";

const Document = z.object({
  title: z.string().nullish(),
  source: z.looseObject({ type: z.string() }),
});
const Base64 = z.object({ media_type: z.literal("application/pdf"), data: z.string() });
const Plain = z.object({ media_type: z.literal("text/plain"), data: z.string() });

/** A `document` block: a PDF, or a plain text, which is told to the model by its name and words. */
export function readDocument(block: unknown, path: PropertyKey[]): Part {
  const { title, source } = parseAs(Document, block, path);
  const at = [...path, "source"];
  if (source.type === "base64") {
    return readPdf(parseAs(Base64, source, at).data, title?.trim(), nameOf([...at, "data"]));
  }
  if (source.type === "text") {
    return { type: "text", text: fileText(title?.trim() || "document.txt", parseAs(Plain, source, at).data) };
  }
  const param = nameOf([...at, "type"]);
  const message =
    source.type === "file"
      ? "no files are kept here; send the document itself as base64"
      : "only base64 and text documents are supported";
  throw badRequest(`${param}: ${message}`, param, "unsupported_file");
}
