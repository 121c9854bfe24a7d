import type { TFunction } from "i18next";
import { maxFiles, maxTextBytes } from "../../src-shared/conversation";
import { bytesOf } from "../files/bytes-of";
import type { Draft } from "../stores/drafts";
import { maxPdfBytes, readFile } from "./read-file";
import { maxPictures, readPicture } from "./read-picture";

/** Bytes of all files of a message together: with its history a request stays below what the API takes. */
const maxTogether = 20 * 1024 * 1024;

/** Why a file is not added, in a sentence. `size` writes a number of bytes. */
type Why = (t: TFunction, size: (bytes: number) => string) => string;

/** What a draft becomes with one more file; `draft` is asked for only once the file is read. */
export async function addFile(file: File, draft: () => Draft): Promise<Partial<Draft> | Why> {
  const { name } = file;
  if (file.type.startsWith("image/") && !file.type.startsWith("image/svg")) {
    const picture = await readPicture(file);
    if (!picture) return (t) => t("composer.unreadable", { name });
    if (draft().pictures.length >= maxPictures) return (t) => t("composer.tooMany", { max: maxPictures });
    return { pictures: [...draft().pictures, picture] };
  }
  const read = await readFile(file);
  if (typeof read === "string") {
    const most = read === "pdfTooLarge" ? maxPdfBytes : maxTextBytes;
    return (t, size) => t(`composer.refused.${read}`, { name, max: size(most) });
  }
  const { files } = draft();
  if (files.length >= maxFiles) return (t) => t("composer.refused.tooManyFiles", { max: maxFiles });
  const together = [...files, read].reduce((sum, each) => sum + bytesOf(each), 0);
  if (together > maxTogether) return (t, size) => t("composer.refused.tooMuch", { name, max: size(maxTogether) });
  return { files: [...files, read] };
}
