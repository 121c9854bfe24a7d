import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { AttachedFile } from "../../src-shared/conversation";
import { FileChip } from "../files/file-chip";

/** The files that will go with the message. */
export function FileTray({ files, onRemove }: { files: AttachedFile[]; onRemove: (index: number) => void }) {
  const { t } = useTranslation();
  if (files.length === 0) return null;
  return (
    <ul aria-label={t("composer.files")} className="flex max-h-44 flex-wrap gap-2 overflow-y-auto px-3 pt-3">
      {files.map((file, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one file may be there twice, and no chip remembers anything.
        <li key={index} className="min-w-0">
          <FileChip file={file}>
            <button
              type="button"
              aria-label={t("composer.removeFile", { name: file.name })}
              title={t("composer.removeFile", { name: file.name })}
              onClick={() => onRemove(index)}
              className="mr-1.5 flex size-6 shrink-0 items-center justify-center rounded-full text-soft transition-colors hover:bg-hover hover:text-ink"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          </FileChip>
        </li>
      ))}
    </ul>
  );
}
