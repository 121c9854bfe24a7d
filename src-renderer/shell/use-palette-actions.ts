import {
  Activity,
  Bot,
  Link,
  type LucideIcon,
  Monitor,
  Moon,
  Plug,
  Power,
  Settings2,
  SquarePen,
  Sun,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { sentence } from "../stores/ask";
import { useBrain, useStores } from "../stores/use-stores";
import { useGo } from "./use-go";

interface PaletteAction {
  label: string;
  icon: LucideIcon;
  run: () => void;
}

/** What the palette can do beside opening a conversation. */
export function usePaletteActions(): PaletteAction[] {
  const { t } = useTranslation();
  const { ask, brain, settings, notices } = useStores();
  const off = useBrain((state) => state.status.state === "stopped");
  const go = useGo();
  const tell = (asked: Promise<unknown>) => {
    asked.catch((thrown: unknown) => notices.getState().show({ text: sentence(thrown), tone: "danger" }));
  };
  const themes = [
    { theme: "system", icon: Monitor },
    { theme: "light", icon: Sun },
    { theme: "dark", icon: Moon },
  ] as const;
  return [
    { label: t("conversations.new"), icon: SquarePen, run: () => go.chat(null) },
    {
      label: off ? t("palette.startBrain") : t("palette.stopBrain"),
      icon: Power,
      run: () => tell(off ? brain.getState().start() : brain.getState().stop()),
    },
    { label: t("palette.copyUrl"), icon: Link, run: () => tell(ask("endpoint.copyUrl")) },
    { label: t("pages.agents"), icon: Bot, run: () => go.page("agents") },
    { label: t("pages.activity"), icon: Activity, run: () => go.page("activity") },
    { label: t("pages.connect"), icon: Plug, run: () => go.page("connect") },
    { label: t("pages.settings"), icon: Settings2, run: () => go.page("settings") },
    ...themes.map(({ theme, icon }) => ({
      label: t(`palette.theme.${theme}`),
      icon,
      run: () => tell(settings.getState().update({ appearance: { theme } })),
    })),
  ];
}
