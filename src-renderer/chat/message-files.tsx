import { useTranslation } from "react-i18next";
import type { AttachedFile } from "../../src-shared/conversation";
import { FileChip } from "../files/file-chip";

/** The files of a message, above its words. */
export function MessageFiles({ files }: { files: AttachedFile[] }) {
  const { t } = useTranslation();
  return (
    <ul aria-label={t("chat.files.list")} className="flex max-w-[85%] flex-wrap justify-end gap-2">
      {files.map((file, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sent message's files never change.
        <li key={index} className="min-w-0">
          <FileChip file={file} />
        </li>
      ))}
    </ul>
  );
}
