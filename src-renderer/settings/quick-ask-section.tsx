import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { shownAccelerator } from "../quick-ask/accelerator";
import { onMac } from "../shell/shortcuts";
import { useQuickAsk, useSettings } from "../stores/use-stores";
import { Section } from "./section";
import { ShortcutRow } from "./shortcut-row";
import { SwitchRow } from "./switch-row";

/** The quick-ask window and its keys; what the system refuses is said at once. */
export function QuickAskSection({ id }: { id: string }) {
  const { t } = useTranslation();
  const { on, shortcut } = useSettings((state) => state.settings.quickAsk);
  const status = useQuickAsk((state) => state.status);
  const load = useQuickAsk((state) => state.load);
  useEffect(() => void load().catch(() => {}), [load]);
  const keys = shownAccelerator(shortcut, onMac());
  const problem = on && status?.problem ? t(`quickAsk.${status.problem}`, { keys }) : undefined;
  return (
    <Section id={id} title={t("quickAsk.title")} help={t("quickAsk.help")}>
      <SwitchRow section="quickAsk" field="on" label={t("quickAsk.on")} help={t("quickAsk.onHelp")} />
      <ShortcutRow value={shortcut} problem={problem} />
      {on && status?.wayland && <p className="px-4 py-3 text-sm text-warn">{t("quickAsk.wayland")}</p>}
    </Section>
  );
}
