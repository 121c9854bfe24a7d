import { Check, Copy } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useStores } from "../stores/use-stores";
import { IconButton } from "./icon-button";
import { useCopy } from "./use-copy";

interface Props {
  label: string;
  /** The text to copy, or what copies it in the main process. */
  what: string | (() => Promise<unknown>);
  className?: string;
}

/** Copies, and turns into a tick for a moment. */
export function CopyButton({ label, what, className }: Props) {
  const { ask } = useStores();
  const { t } = useTranslation();
  const { copied, copy } = useCopy();
  return (
    <>
      <IconButton
        icon={copied ? Check : Copy}
        label={label}
        className={copied ? `text-accent-text ${className ?? ""}` : className}
        onClick={() => copy(() => (typeof what === "string" ? ask("text.copy", what) : what()))}
      />
      <span aria-live="polite" className="sr-only">
        {copied ? t("shell.copied") : ""}
      </span>
    </>
  );
}
