import { Terminal } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ActivityEntry } from "../../src-shared/activity";
import { useStores } from "../stores/use-stores";
import { Button } from "../ui/button";
import { useCopy } from "../ui/use-copy";

/** Copies a command that asks an app's question again, where it was asked. */
export function CopyCurl({ entry }: { entry: ActivityEntry }) {
  const { t } = useTranslation();
  const { ask } = useStores();
  const { copied, copy } = useCopy();
  return (
    <>
      <Button onClick={() => copy(() => ask("activity.copyCurl", { id: entry.id }))}>
        <Terminal aria-hidden className="size-4" />
        <span aria-live="polite">{copied ? t("shell.copied") : t("activity.curl")}</span>
      </Button>
      <span className="text-xs text-faint">{t(entry.shortened ? "activity.curlShortened" : "activity.curlKey")}</span>
    </>
  );
}
