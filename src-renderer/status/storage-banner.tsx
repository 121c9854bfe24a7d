import { HardDrive, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useStorage } from "../stores/use-stores";
import { IconButton } from "../ui/icon-button";

/** Sentences that are shown; a broken disk may have hundreds. */
const shown = 8;

/** Says what the disk does not take, while it does not, and what could not be read from it. */
export function StorageBanner() {
  return (
    <div aria-live="polite">
      <UnsavedBanner />
      <DamagedNotice />
    </div>
  );
}

function UnsavedBanner() {
  const { t } = useTranslation();
  const unsaved = useStorage(({ state }) => state.unsaved);
  if (!unsaved) return null;
  return (
    <section
      aria-label={t("storage.unsaved")}
      className="mx-auto mb-3 flex w-full max-w-3xl gap-3 rounded-xl border border-danger-line bg-danger-wash px-4 py-3 text-sm"
    >
      <HardDrive aria-hidden className="mt-0.5 size-4.5 shrink-0 text-danger" />
      <div className="min-w-0 flex-1">
        <h2 className="font-medium text-danger">{t("storage.unsaved")}</h2>
        <p className="mt-0.5 break-words leading-relaxed text-ink">
          {unsaved} {t("storage.unsavedHelp")}
        </p>
      </div>
    </section>
  );
}

function DamagedNotice() {
  const { t } = useTranslation();
  const damaged = useStorage(({ state, seen }) => state.damaged.slice(seen).join("\n"));
  const dismiss = useStorage((state) => state.dismiss);
  if (!damaged) return null;
  const all = damaged.split("\n");
  return (
    <section
      aria-label={t("storage.damaged")}
      className="mx-auto mb-3 flex w-full max-w-3xl gap-3 rounded-xl border border-warn-line bg-warn-wash py-2 pr-2 pl-4 text-sm"
    >
      <HardDrive aria-hidden className="mt-1 size-4.5 shrink-0 text-warn" />
      <div className="min-w-0 flex-1 py-0.5">
        <h2 className="font-medium">{t("storage.damaged")}</h2>
        <ul className="mt-0.5 leading-relaxed">
          {all.slice(0, shown).map((words) => (
            <li key={words} className="break-words">
              {words}
            </li>
          ))}
          {all.length > shown && <li className="text-soft">{t("storage.more", { count: all.length - shown })}</li>}
        </ul>
      </div>
      <IconButton icon={X} label={t("shell.dismiss")} onClick={dismiss} />
    </section>
  );
}
