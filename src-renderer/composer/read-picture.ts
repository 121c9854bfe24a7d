import { Picture } from "../../src-shared/conversation";
import type { PictureData } from "../stores/chat";
import { base64 } from "./read-file";

export const maxPictures = 20;

const keptAsItIs = 3_500_000;
const longestSide = 2000;

export const pictureUrl = ({ mediaType, data }: PictureData): string => `data:${mediaType};base64,${data}`;

/**
 * Reads a picture from a file. Large ones and other formats that the browser knows become a JPEG of at most 2,000
 * pixels a side. Undefined when it is no picture that can be read.
 */
export async function readPicture(file: File): Promise<PictureData | undefined> {
  const mediaType = Picture.shape.mediaType.safeParse(file.type);
  try {
    if (mediaType.success && file.size <= keptAsItIs) {
      return { mediaType: mediaType.data, data: await base64(file) };
    }
    return { mediaType: "image/jpeg", data: await base64(await asJpeg(file)) };
  } catch {
    return undefined;
  }
}

async function asJpeg(file: File): Promise<Blob> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/jpeg", 0.9),
  );
}
