import {
  Activity,
  Bot,
  FileInput,
  FlaskConical,
  Footprints,
  Keyboard,
  KeyRound,
  Link,
  type LucideIcon,
  MessageCircle,
  Monitor,
  Moon,
  PanelLeft,
  Plug,
  Power,
  Search,
  Settings2,
  SquarePen,
  Sun,
  Zap,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { useBrain, useStores } from "../stores/use-stores";
import { useNarrow } from "../ui/use-media";
import { keysOf } from "./shortcuts";
import { useGo } from "./use-go";

interface PaletteAction {
  label: string;
  icon: LucideIcon;
  /** Keys that do the same. */
  keys?: string;
  run: () => void;
}

const themes = [
  { theme: "system", icon: Monitor },
  { theme: "light", icon: Sun },
  { theme: "dark", icon: Moon },
] as const;

/** What the palette can do beside opening a conversation. */
export function usePaletteActions(): PaletteAction[] {
  const { t } = useTranslation();
  const { ask, brain, conversations, settings, notices, ui } = useStores();
  const off = useBrain((state) => state.status.state === "stopped");
  const demoChosen = useBrain((state) => state.status.demoChosen === true);
  const demo = useBrain((state) => state.status.demo);
  const narrow = useNarrow();
  const go = useGo();
  const tell = (asked: Promise<unknown>) => {
    asked.catch((thrown: unknown) => notices.getState().fail(thrown));
  };
  const takeIn = async () => {
    const id = await conversations.getState().importFile();
    if (id) go.chat(id);
  };
  const firstSteps = () => {
    go.chat(null);
    ui.getState().set({ firstSteps: true });
  };
  return [
    { label: t("conversations.new"), icon: SquarePen, keys: keysOf("newChat"), run: () => go.chat(null) },
    {
      label: off ? t("palette.startBrain") : t("palette.stopBrain"),
      icon: Power,
      run: () => tell(off ? brain.getState().start() : brain.getState().stop()),
    },
    { label: t("quickAsk.title"), icon: Zap, run: () => tell(ask("quickAsk.show")) },
    { label: t("conversations.search"), icon: Search, keys: keysOf("search"), run: () => go.search(narrow) },
    { label: t("conversations.import"), icon: FileInput, run: () => tell(takeIn()) },
    { label: t("palette.copyUrl"), icon: Link, run: () => tell(ask("endpoint.copyUrl")) },
    { label: t("palette.copyKey"), icon: KeyRound, run: () => tell(ask("endpoint.copyKey")) },
    { label: t("pages.chat"), icon: MessageCircle, keys: keysOf("chat"), run: () => go.page("chat") },
    { label: t("pages.agents"), icon: Bot, keys: keysOf("agents"), run: () => go.page("agents") },
    { label: t("pages.activity"), icon: Activity, keys: keysOf("activity"), run: () => go.page("activity") },
    { label: t("pages.connect"), icon: Plug, run: () => go.page("connect") },
    { label: t("pages.settings"), icon: Settings2, keys: keysOf("settings"), run: () => go.page("settings") },
    {
      label: t("shortcuts.what.sidebar"),
      icon: PanelLeft,
      keys: keysOf("sidebar"),
      run: () => ui.getState().toggleSidebar(narrow),
    },
    {
      label: t("shortcuts.title"),
      icon: Keyboard,
      keys: keysOf("shortcuts"),
      run: () => ui.getState().set({ shortcutsOpen: true }),
    },
    ...(demo ? [] : [{ label: t("onboarding.again"), icon: Footprints, run: firstSteps }]),
    ...(demoChosen
      ? [{ label: t("onboarding.demo.leave"), icon: FlaskConical, run: () => tell(brain.getState().setDemo(false)) }]
      : []),
    ...themes.map(({ theme, icon }) => ({
      label: t(`palette.theme.${theme}`),
      icon,
      run: () => tell(settings.getState().update({ appearance: { theme } })),
    })),
  ];
}
