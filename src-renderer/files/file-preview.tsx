import { Check, Copy, Download, ExternalLink } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { AttachedFile } from "../../src-shared/conversation";
import { useStores } from "../stores/use-stores";
import { Button } from "../ui/button";
import { ReadingDialog } from "../ui/reading-dialog";
import { useCopy } from "../ui/use-copy";
import { useFileActions } from "./use-file-actions";
import { useFileFacts } from "./use-file-facts";

interface Props {
  file: AttachedFile;
  onClose: () => void;
}

/** A text file's words as they are, or the ways to read a PDF. */
export function FilePreview({ file, onClose }: Props) {
  const { t } = useTranslation();
  const { save, open } = useFileActions(file);
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
      className={"text" in file ? "w-[46rem]" : "w-[32rem]"}
      buttons={
        "text" in file && (
          <>
            <CopyWords text={file.text} />
            <Button tone="quiet" onClick={save}>
              <Download aria-hidden className="size-3.5" />
              {t("chat.files.save")}
            </Button>
          </>
        )
      }
    >
      {"text" in file ? (
        <pre
          tabIndex={0}
          role="region"
          aria-label={file.name}
          className="min-h-24 overflow-auto bg-code px-4 py-3 font-mono text-[0.8125rem] leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere] outline-offset-[-2px]"
        >
          {file.text}
        </pre>
      ) : (
        <div className="flex flex-col gap-4 px-5 py-4">
          <p className="text-sm text-soft">{t("chat.files.pdf")}</p>
          <div className="flex flex-wrap gap-2">
            <Button onClick={open}>
              <ExternalLink aria-hidden className="size-3.5" />
              {t("chat.files.openWith")}
            </Button>
            <Button onClick={save}>
              <Download aria-hidden className="size-3.5" />
              {t("chat.files.save")}
            </Button>
          </div>
        </div>
      )}
    </ReadingDialog>
  );
}

function CopyWords({ text }: { text: string }) {
  const { t } = useTranslation();
  const { ask } = useStores();
  const { copied, copy } = useCopy();
  const Icon = copied ? Check : Copy;
  return (
    <>
      <Button tone="quiet" onClick={() => copy(() => ask("text.copy", text))}>
        <Icon aria-hidden className="size-3.5" />
        {t("shell.copy")}
      </Button>
      <span aria-live="polite" className="sr-only">
        {copied ? t("shell.copied") : ""}
      </span>
    </>
  );
}
