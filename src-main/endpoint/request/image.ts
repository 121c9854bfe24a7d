import type { Part } from "../../brain/turn";
import { badRequest } from "../errors";
import { isBase64 } from "./base64";

/** A picture by its URL. Throws a 400 for what is no picture in base64, or an address where those are not allowed. */
export function readImage(url: string, param: string, imageUrls: boolean): Part {
  const refused = (message: string) => badRequest(`${param}: ${message}`, param, "unsupported_image");
  if (/^https?:/i.test(url)) {
    if (imageUrls) return { type: "image_url", url };
    throw refused("images by web address are switched off; send data:image/…;base64,… or allow them under Settings");
  }
  const comma = url.indexOf(",");
  const kind = /^data:image\/(png|jpe?g|gif|webp);base64$/i.exec(url.slice(0, Math.max(comma, 0)))?.[1]?.toLowerCase();
  if (!kind) throw refused("must be a data:image/ URL of a png, jpeg, gif or webp in base64");
  const data = url.slice(comma + 1);
  if (!isBase64(data)) throw refused("is not valid base64");
  return { type: "image", mediaType: `image/${kind === "jpg" ? "jpeg" : kind}`, data };
}
