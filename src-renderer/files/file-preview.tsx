import { Check, Copy } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { AttachedFile } from "../../src-shared/conversation";
import { useStores } from "../stores/use-stores";
import { Button } from "../ui/button";
import { ReadingDialog } from "../ui/reading-dialog";
import { useCopy } from "../ui/use-copy";
import { useFileFacts } from "./use-file-facts";

interface Props {
  file: Extract<AttachedFile, { text: string }>;
  onClose: () => void;
}

/** A text file's words as they are. */
export function FilePreview({ file, onClose }: Props) {
  const { t } = useTranslation();
  const { ask } = useStores();
  const { copied, copy } = useCopy();
  const Icon = copied ? Check : Copy;
  const { kind, size } = useFileFacts(file);
  return (
    <ReadingDialog
      label={file.name}
      title={
        <>
          {file.name}
          <span className="ml-2 text-sm font-normal text-faint">
            {kind} · {size}
          </span>
        </>
      }
      close={t("chat.files.close")}
      onClose={onClose}
      className="w-[46rem]"
      buttons={
        <>
          <Button tone="quiet" onClick={() => copy(() => ask("text.copy", file.text))}>
            <Icon aria-hidden className="size-3.5" />
            {t("shell.copy")}
          </Button>
          <span aria-live="polite" className="sr-only">
            {copied ? t("shell.copied") : ""}
          </span>
        </>
      }
    >
      <pre
        tabIndex={0}
        role="region"
        aria-label={file.name}
        className="min-h-24 overflow-auto bg-code px-4 py-3 font-mono text-[0.8125rem] leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere] outline-offset-[-2px]"
      >
        {file.text}
      </pre>
    </ReadingDialog>
  );
}
