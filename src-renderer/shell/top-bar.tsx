import { PanelLeft, SquarePen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { BrainControl } from "../status/brain-control";
import { useStores } from "../stores/use-stores";
import { IconButton } from "../ui/icon-button";
import { keysOf } from "./shortcuts";
import { useGo } from "./use-go";

/** The page's heading; without the sidebar also the way back to it, a new chat and the brain. */
export function TopBar(props: { heading: string; sidebarShown: boolean; narrow: boolean }) {
  const { t } = useTranslation();
  const { ui } = useStores();
  const go = useGo();
  return (
    <header className="flex h-13 shrink-0 items-center gap-1 px-3">
      {!props.sidebarShown && (
        <>
          <IconButton
            icon={PanelLeft}
            label={t("shell.showSidebar")}
            keys={keysOf("sidebar")}
            onClick={() => ui.getState().toggleSidebar(props.narrow)}
          />
          <IconButton
            icon={SquarePen}
            label={t("conversations.new")}
            keys={keysOf("newChat")}
            onClick={() => go.chat(null)}
          />
        </>
      )}
      <h1 className="min-w-0 flex-1 truncate px-2 text-sm font-medium text-soft">{props.heading}</h1>
      {!props.sidebarShown && <BrainControl compact />}
    </header>
  );
}
