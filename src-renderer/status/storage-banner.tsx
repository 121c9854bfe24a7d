import { HardDrive, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useStorage } from "../stores/use-stores";
import { Banner } from "../ui/banner";
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
    <Banner tone="danger" icon={HardDrive} label={t("storage.unsaved")} title={t("storage.unsaved")}>
      <p className="mt-0.5 break-words leading-relaxed text-ink">
        {unsaved} {t("storage.unsavedHelp")}
      </p>
    </Banner>
  );
}

function DamagedNotice() {
  const { t } = useTranslation();
  const damaged = useStorage(({ state, seen }) => state.damaged.slice(seen).join("\n"));
  const dismiss = useStorage((state) => state.dismiss);
  if (!damaged) return null;
  const all = damaged.split("\n");
  return (
    <Banner
      tone="warn"
      icon={HardDrive}
      label={t("storage.damaged")}
      title={t("storage.damaged")}
      end={<IconButton icon={X} label={t("shell.dismiss")} onClick={dismiss} />}
    >
      <ul className="mt-0.5 leading-relaxed">
        {all.slice(0, shown).map((words) => (
          <li key={words} className="break-words">
            {words}
          </li>
        ))}
        {all.length > shown && <li className="text-soft">{t("storage.more", { count: all.length - shown })}</li>}
      </ul>
    </Banner>
  );
}
