import { PanelLeft, Search } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ConversationNav } from "../conversations/conversation-nav";
import { BrainControl } from "../status/brain-control";
import { useStores } from "../stores/use-stores";
import { classes } from "../ui/classes";
import { IconButton } from "../ui/icon-button";
import { Logo } from "../ui/logo";
import { PageNav } from "./page-nav";
import { keysOf } from "./shortcuts";

/** Conversations, pages and the brain; in a narrow window it lies over the page. */
export function Sidebar({ narrow }: { narrow: boolean }) {
  const { t } = useTranslation();
  const { ui } = useStores();
  const panel = useRef<HTMLElement>(null);
  const close = () => ui.getState().toggleSidebar(narrow);
  useEffect(() => {
    if (narrow) panel.current?.focus();
  }, [narrow]);

  return (
    <>
      {narrow && <div aria-hidden className="fixed inset-0 z-30 bg-scrim" onClick={close} />}
      <aside
        ref={panel}
        tabIndex={-1}
        aria-label={t("shell.sidebar")}
        className={classes(
          "flex h-full w-68 shrink-0 flex-col border-r border-line bg-side outline-none",
          narrow && "fixed inset-y-0 left-0 z-40 max-w-[85vw] animate-rise shadow-pop",
        )}
      >
        <div className="flex h-13 shrink-0 items-center gap-1 pr-2 pl-4">
          <Logo className="size-6 text-accent" />
          <span className="flex-1 pl-1.5 text-base font-semibold tracking-tight">{t("app.name")}</span>
          <IconButton
            icon={Search}
            label={t("palette.label")}
            keys={keysOf("palette")}
            onClick={() => ui.getState().set({ paletteOpen: true })}
          />
          <IconButton icon={PanelLeft} label={t("shell.hideSidebar")} keys={keysOf("sidebar")} onClick={close} />
        </div>
        <ConversationNav />
        <div className="flex flex-col gap-2 border-t border-line p-2">
          <PageNav />
          <BrainControl />
        </div>
      </aside>
    </>
  );
}
