import { useTranslation } from "react-i18next";
import type { AttachedFile } from "../../src-shared/conversation";
import { shownSize } from "../ui/shown-size";
import { bytesOf } from "./bytes-of";

/** What a file's chip tells: its kind in a word and its size. */
export function useFileFacts(file: AttachedFile): { kind: string; size: string } {
  const { t, i18n } = useTranslation();
  const ending = /\.([A-Za-z0-9]{1,6})$/.exec(file.name)?.[1]?.toUpperCase();
  const kind = "data" in file ? "PDF" : (ending ?? t("chat.files.text"));
  return { kind, size: shownSize(bytesOf(file), i18n.language) };
}
