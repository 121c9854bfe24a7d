import { useTranslation } from "react-i18next";
import { shownAccelerator } from "../quick-ask/accelerator";
import { useSettings, useStores } from "../stores/use-stores";
import { ReadingDialog } from "../ui/reading-dialog";
import { onMac, shortcuts, writtenKeys } from "./shortcuts";

const groups = ["window", "writing", "list", "settings", "quickAsk"] as const;

/** All keys, from the table that binds them. */
export function ShortcutsDialog() {
  const { t } = useTranslation();
  const { ui } = useStores();
  const quickAsk = useSettings((state) => state.settings.quickAsk);
  const close = () => ui.getState().set({ shortcutsOpen: false });
  return (
    <ReadingDialog label={t("shortcuts.title")} close={t("shortcuts.close")} onClose={close} className="w-[40rem]">
      <div
        tabIndex={0}
        role="group"
        aria-label={t("shortcuts.title")}
        className="min-h-0 overflow-y-auto px-5 py-4 outline-offset-[-2px]"
      >
        {groups.map((group) => (
          <section key={group} aria-label={t(`shortcuts.group.${group}`)} className="mb-4 last:mb-0">
            <h3 className="pb-1 text-xs font-medium text-faint">{t(`shortcuts.group.${group}`)}</h3>
            <dl className="divide-y divide-line">
              {group === "quickAsk" && quickAsk.on && (
                <Line label={t("shortcuts.quickAsk")} keys={[shownAccelerator(quickAsk.shortcut, onMac())]} />
              )}
              {shortcuts
                .filter((one) => one.group === group)
                .map(({ id, keys }) => (
                  <Line key={id} label={t(`shortcuts.what.${id}`)} keys={keys.map((each) => writtenKeys(each))} />
                ))}
            </dl>
          </section>
        ))}
      </div>
    </ReadingDialog>
  );
}

function Line({ label, keys }: { label: string; keys: readonly string[] }) {
  return (
    <div className="flex items-baseline justify-between gap-4 py-1.5 text-sm">
      <dt className="min-w-0">{label}</dt>
      <dd className="flex shrink-0 flex-wrap justify-end gap-1.5">
        {keys.map((each) => (
          <kbd key={each} className="rounded-md border border-line bg-canvas px-1.5 py-px font-sans text-xs text-soft">
            {each}
          </kbd>
        ))}
      </dd>
    </div>
  );
}
