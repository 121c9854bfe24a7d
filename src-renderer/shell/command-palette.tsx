import { Command } from "cmdk";
import { Settings2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { headingId, sections } from "../settings/sections";
import { useConversations, useStores, useUi } from "../stores/use-stores";
import { Modal } from "../ui/modal";
import { useGo } from "./use-go";
import { usePaletteActions } from "./use-palette-actions";

const item = "flex h-9 items-center gap-3 rounded-lg px-3 text-sm data-[selected=true]:bg-hover";
const group =
  "[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-faint";

/** Finds a conversation or an action by a few letters. */
export function CommandPalette() {
  const { t } = useTranslation();
  const { ui } = useStores();
  const go = useGo();
  const actions = usePaletteActions();
  const byId = useConversations((state) => state.byId);
  const page = useUi((state) => state.page);
  const latest = Object.values(byId).sort((a, b) => b.updatedAt - a.updatedAt);
  const close = () => ui.getState().set({ paletteOpen: false });
  const run = (action: () => void) => () => {
    close();
    action();
  };

  return (
    <Modal label={t("palette.label")} onClose={close} className="mt-[12vh] w-[36rem]">
      <Command label={t("palette.label")} key={page} loop>
        <Command.Input
          data-autofocus
          placeholder={t("palette.placeholder")}
          className="h-13 w-full border-b border-line bg-transparent px-5 text-base outline-none"
        />
        <Command.List className="max-h-[50vh] overflow-y-auto p-2">
          <Command.Empty className="px-3 py-6 text-center text-sm text-faint">{t("palette.nothing")}</Command.Empty>
          <Command.Group heading={t("palette.actions")} className={group}>
            {actions.map(({ label, icon: Icon, keys, run: action }) => (
              <Command.Item key={label} value={label} onSelect={run(action)} className={item}>
                <Icon aria-hidden className="size-4 text-faint" strokeWidth={1.75} />
                <span className="flex-1">{label}</span>
                {keys && (
                  <kbd aria-hidden className="font-sans text-xs text-faint">
                    {keys}
                  </kbd>
                )}
              </Command.Item>
            ))}
          </Command.Group>
          {latest.length > 0 && (
            <Command.Group heading={t("palette.conversations")} className={group}>
              {latest.slice(0, 200).map(({ id, title }) => (
                <Command.Item key={id} value={`${title} ${id}`} onSelect={run(() => go.chat(id))} className={item}>
                  <span className="truncate">{title}</span>
                </Command.Item>
              ))}
            </Command.Group>
          )}
          <Command.Group heading={t("pages.settings")} className={group}>
            {sections.map(({ name, title }) => (
              <Command.Item
                key={name}
                value={`${t("pages.settings")}: ${t(title)}`}
                onSelect={run(() => go.page("settings", headingId(name)))}
                className={item}
              >
                <Settings2 aria-hidden className="size-4 text-faint" strokeWidth={1.75} />
                {t("palette.setting", { name: t(title) })}
              </Command.Item>
            ))}
          </Command.Group>
        </Command.List>
      </Command>
    </Modal>
  );
}
