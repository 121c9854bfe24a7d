import { Check, Copy } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useStores } from "../stores/use-stores";
import { useCopy } from "./use-copy";

/** A command within a sentence; a click copies it. */
export function CodeChip({ code }: { code: string }) {
  const { ask } = useStores();
  const { t } = useTranslation();
  const { copied, copy } = useCopy();
  const Icon = copied ? Check : Copy;
  return (
    <button
      type="button"
      onClick={() => copy(() => ask("text.copy", code))}
      title={copied ? t("shell.copied") : t("shell.copy")}
      className="mx-0.5 inline-flex items-center gap-1.5 rounded-md border border-line bg-card px-1.5 py-px align-baseline font-mono text-xs text-ink hover:bg-hover"
    >
      {code}
      <Icon aria-hidden className="size-3 text-faint" />
      <span aria-live="polite" className="sr-only">
        {copied ? t("shell.copied") : ""}
      </span>
    </button>
  );
}
