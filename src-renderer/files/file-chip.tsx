import { FileText, FileType2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AttachedFile } from "../../src-shared/conversation";
import { classes } from "../ui/classes";
import { FilePreview } from "./file-preview";
import { useFileFacts } from "./use-file-facts";

const inside = "flex min-w-0 items-center gap-2.5 rounded-xl py-2 pr-3 pl-2.5 text-left";

/** A file by its name, kind and size; it opens for reading, or for what else can be done with it. `children` stand behind it. */
export function FileChip({ file, children }: { file: AttachedFile; children?: ReactNode }) {
  const { t } = useTranslation();
  const { kind, size } = useFileFacts(file);
  const [open, setOpen] = useState(false);
  const facts = { name: file.name, kind, size };
  const Icon = "text" in file ? FileText : FileType2;
  const shown = (
    <>
      <Icon aria-hidden className="size-5 shrink-0 text-accent" strokeWidth={1.6} />
      <span className="min-w-0" aria-hidden>
        <span className="block truncate text-sm font-medium">{file.name}</span>
        <span className="block text-xs text-faint">
          {kind} · {size}
        </span>
      </span>
    </>
  );
  return (
    <div className="flex max-w-64 min-w-0 items-center rounded-xl border border-line bg-card" title={file.name}>
      <button
        type="button"
        aria-label={t("chat.files.open", facts)}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className={classes(inside, "transition-colors hover:bg-hover")}
      >
        {shown}
      </button>
      {children}
      {open && <FilePreview file={file} onClose={() => setOpen(false)} />}
    </div>
  );
}
