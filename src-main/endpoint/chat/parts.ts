import { z } from "zod";
import type { Part } from "../../brain/turn";
import { badRequest } from "../errors";
import { FileFields, readFilePart } from "../request/file";
import { readImage } from "../request/image";

const Typed = z.object({ type: z.string() });
const TextPart = z.object({ type: z.literal("text"), text: z.string() });
const Refusal = z.object({ type: z.literal("refusal"), refusal: z.string() });
const ImagePart = z.object({
  type: z.literal("image_url"),
  image_url: z.union([z.string(), z.object({ url: z.string() }).transform(({ url }) => url)]),
});

const FilePart = z.object({ type: z.literal("file"), file: FileFields });

type Content = string | unknown[] | null | undefined;

/** A message's content as parts; empty texts are left out. `param` names the field in errors, `imageUrls` whether web addresses are allowed. */
export function readParts(content: Content, param: string, imageUrls: boolean): Part[] {
  if (typeof content === "string") return content === "" ? [] : [{ type: "text", text: content }];
  return (content ?? [])
    .map((part, i) => readPart(part, `${param}[${i}]`, imageUrls))
    .filter((part) => part.type !== "text" || part.text !== "");
}

/** Content of a role that has only words. */
export function readText(content: Content, param: string): string {
  const parts = readParts(content, param, true);
  if (parts.some((part) => part.type !== "text")) {
    throw badRequest(`${param}: images are supported in user and tool messages only, files in user messages`, param);
  }
  return parts.map((part) => (part.type === "text" ? part.text : "")).join("");
}

function readPart(part: unknown, param: string, imageUrls: boolean): Part {
  const type = Typed.safeParse(part).data?.type;
  if (type === "text") return { type: "text", text: must(TextPart, part, `${param}.text`, "must be a string").text };
  if (type === "refusal") {
    return { type: "text", text: must(Refusal, part, `${param}.refusal`, "must be a string").refusal };
  }
  if (type === "image_url") {
    return readImage(
      must(ImagePart, part, `${param}.image_url`, "must hold a url").image_url,
      `${param}.image_url.url`,
      imageUrls,
    );
  }
  if (type === "file") {
    return readFilePart(must(FilePart, part, `${param}.file`, "must hold file_data").file, `${param}.file`);
  }
  if (type === undefined) throw badRequest(`${param}.type: must be a string`, `${param}.type`);
  const wanted = "only text, image_url and file parts are";
  throw badRequest(
    `${param}: ${shown(type)} parts are not supported, ${wanted}`,
    `${param}.type`,
    "unsupported_content",
  );
}

function must<T>(schema: z.ZodType<T>, part: unknown, param: string, what: string): T {
  const parsed = schema.safeParse(part);
  if (!parsed.success) throw badRequest(`${param}: ${what}`, param);
  return parsed.data;
}

const shown = (type: string) => (/^\w{1,40}$/.test(type) ? type : "such");
