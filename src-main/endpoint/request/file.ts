import { z } from "zod";
import { fileText } from "../../brain/file-text";
import type { Part } from "../../brain/turn";
import { badRequest } from "../errors";
import { isBase64 } from "./base64";

/** A file as OpenAI's routes name it. */
export const FileFields = z.object({
  file_data: z.string().nullish(),
  filename: z.string().max(1000).nullish(),
  file_id: z.unknown().optional(),
  file_url: z.unknown().optional(),
});

const refused = (param: string, message: string) => badRequest(`${param}: ${message}`, param, "unsupported_file");

/** A file by its data. Throws a 400 that names the field below `param`. */
export function readFilePart(fields: z.infer<typeof FileFields>, param: string): Part {
  if (fields.file_id != null)
    throw refused(`${param}.file_id`, "no files are kept here; send the file itself as file_data");
  if (fields.file_url != null)
    throw refused(`${param}.file_url`, "files by web address are not fetched; send the file itself as file_data");
  const at = `${param}.file_data`;
  const url = fields.file_data ?? "";
  const comma = Math.max(url.indexOf(","), 0);
  const type = /^data:([\w.+-]+\/[\w.+-]+)(?:;[\w-]+=[\w-]+)*;base64$/i.exec(url.slice(0, comma))?.[1]?.toLowerCase();
  if (!type) throw refused(at, "must be a data: URL in base64, such as data:application/pdf;base64,…");
  const data = url.slice(comma + 1);
  if (!isBase64(data)) throw refused(at, "is not valid base64");
  const name = fields.filename?.trim();
  if (type === "application/pdf") return readPdf(data, name, at);
  if (!type.startsWith("text/") && type !== "application/json")
    throw refused(at, `${type} is not supported, only application/pdf, text/… and application/json are`);
  return { type: "text", text: fileText(name || "file", readUtf8(data, at)) };
}

/** A PDF in base64. */
export function readPdf(data: string, name: string | undefined, param: string): Part {
  if (!isBase64(data)) throw refused(param, "is not valid base64");
  if (!Buffer.from(data.slice(0, 2048), "base64").includes("%PDF-")) throw refused(param, "is not a PDF");
  return { type: "document", mediaType: "application/pdf", data, name: name?.slice(0, 255) || "document.pdf" };
}

/** The content of a tool's result, which can hold no PDF: a running model takes none in that place. */
export function withoutDocuments(parts: Part[], param: string): Part[] {
  if (parts.some((part) => part.type === "document"))
    throw refused(param, "a PDF cannot be the result of a tool; send it in a user message");
  return parts;
}

function readUtf8(data: string, param: string): string {
  const bytes = Buffer.from(data, "base64");
  const text = bytes.toString("utf8");
  if (!Buffer.from(text).equals(bytes)) throw refused(param, "is not UTF-8 text");
  return text;
}
