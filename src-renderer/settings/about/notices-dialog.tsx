import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Notice } from "../../../src-shared/about";
import { sentence } from "../../stores/ask";
import { useStores } from "../../stores/use-stores";
import { ReadingDialog } from "../../ui/reading-dialog";

/** The licences of what is in the app, each to be unfolded. */
export function NoticesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { ask } = useStores();
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const [error, setError] = useState<string>();
  useEffect(() => void ask("about.notices").then(setNotices, (thrown: unknown) => setError(sentence(thrown))), [ask]);
  return (
    <ReadingDialog label={t("about.licences")} close={t("about.close")} onClose={onClose} className="w-[44rem]">
      <div
        tabIndex={0}
        role="region"
        aria-label={t("about.licences")}
        className="min-h-0 overflow-y-auto outline-offset-[-2px]"
      >
        <p className="px-5 pt-3 pb-2 text-sm text-soft">{error ?? t("about.contains", { count: notices.length })}</p>
        <ul className="px-2 pb-3">
          {notices.map(({ name, version, licence, text }) => (
            <li key={`${name} ${version}`}>
              <details>
                <summary className="flex flex-wrap items-baseline gap-x-3 rounded-lg px-3 py-1.5 text-sm hover:bg-hover">
                  <span className="font-medium">{name}</span>
                  <span className="text-faint tabular-nums">{version}</span>
                  <span className="ml-auto text-soft">{licence}</span>
                </summary>
                <pre className="mx-3 mb-2 rounded-lg bg-code px-3 py-2 font-mono text-xs whitespace-pre-wrap select-text [overflow-wrap:anywhere]">
                  {text || licence}
                </pre>
              </details>
            </li>
          ))}
        </ul>
      </div>
    </ReadingDialog>
  );
}
