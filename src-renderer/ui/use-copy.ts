import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStores } from "../stores/use-stores";

/** Runs a copy and says so for a moment; a failure becomes a notice. */
export function useCopy(): { copied: boolean; copy: (action: () => Promise<unknown>) => void } {
  const { notices } = useStores();
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const copy = (action: () => Promise<unknown>) => {
    action().then(
      () => {
        setCopied(true);
        window.clearTimeout(timer.current);
        timer.current = window.setTimeout(() => setCopied(false), 1600);
      },
      () => notices.getState().show({ text: t("shell.copyFailed"), tone: "danger" }),
    );
  };
  return { copied, copy };
}
