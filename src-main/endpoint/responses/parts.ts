import { z } from "zod";
import type { Part } from "../../brain/turn";
import { badRequest } from "../errors";
import { FileFields, readFilePart } from "../request/file";
import { readImage } from "../request/image";
import { nameOf, parseAs } from "../request/validate";

const Typed = z.looseObject({ type: z.string() });
const TextPart = z.object({ text: z.string() });
const RefusalPart = z.object({ refusal: z.string() });
const ImagePart = z.object({
  image_url: z.string({ error: "must be a string; pictures by file id are not supported" }),
});

/** An item's content as parts; empty texts are left out. `path` names the field in errors. */
export function readParts(content: string | unknown[], path: PropertyKey[], imageUrls: boolean): Part[] {
  const parts: Part[] =
    typeof content === "string"
      ? [{ type: "text", text: content }]
      : content.map((part, i) => readPart(part, [...path, i], imageUrls));
  return parts.filter((part) => part.type !== "text" || part.text !== "");
}

/** Content of a role that has only words. */
export function readText(content: string | unknown[], path: PropertyKey[]): string {
  return readParts(content, path, true)
    .map((part) => {
      if (part.type === "text") return part.text;
      throw badRequest(
        `${nameOf(path)}: images are supported in user messages and outputs only, files in user messages`,
        nameOf(path),
      );
    })
    .join("");
}

function readPart(part: unknown, path: PropertyKey[], imageUrls: boolean): Part {
  const { type } = parseAs(Typed, part, path);
  switch (type) {
    case "input_text":
    case "output_text":
    case "summary_text":
    case "text":
      return { type: "text", text: parseAs(TextPart, part, path).text };
    case "refusal":
      return { type: "text", text: parseAs(RefusalPart, part, path).refusal };
    case "input_image":
      return readImage(parseAs(ImagePart, part, path).image_url, nameOf([...path, "image_url"]), imageUrls);
    case "input_file":
      return readFilePart(parseAs(FileFields, part, path), nameOf(path));
    default: {
      const param = nameOf([...path, "type"]);
      throw badRequest(
        `${param}: only text, input_image and input_file parts are supported`,
        param,
        "unsupported_content",
      );
    }
  }
}
