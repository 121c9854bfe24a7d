import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ChatPage } from "../chat/chat-page";
import { DemoBanner } from "../onboarding/demo-banner";
import { useChat, useConversations, useUi } from "../stores/use-stores";
import { later } from "../ui/later";
import { Notices } from "../ui/notices";
import { useCalmCaret } from "../ui/use-calm-caret";
import { useNarrow } from "../ui/use-media";
import { Sidebar } from "./sidebar";
import { TopBar } from "./top-bar";
import { useShortcuts } from "./use-shortcuts";
import { useTheme } from "./use-theme";

// All but the chat is loaded when it is first asked for: the window opens sooner.
const ActivityPage = later(() => import("../activity/activity-page").then((code) => code.ActivityPage));
const AgentsPage = later(() => import("../agents/agents-page").then((code) => code.AgentsPage));
const ConnectPage = later(() => import("../connect/connect-page").then((code) => code.ConnectPage));
const SettingsPage = later(() => import("../settings/settings-page").then((code) => code.SettingsPage));
const ShortcutsDialog = later(() => import("./shortcuts-dialog").then((code) => code.ShortcutsDialog));
const CommandPalette = later(() => import("./command-palette").then((code) => code.CommandPalette));

/** The window: the sidebar, and one of the pages beside it. */
export function App() {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const page = useUi((state) => state.page);
  const open = useUi((state) => (narrow ? state.overlayOpen : state.sidebarOpen));
  const paletteOpen = useUi((state) => state.paletteOpen);
  const shortcutsOpen = useUi((state) => state.shortcutsOpen);
  const main = useRef<HTMLElement>(null);
  const shown = useChat((state) => state.conversationId);
  const title = useConversations((state) => (shown ? state.byId[shown]?.title : undefined));
  useTheme();
  useCalmCaret();
  useShortcuts();
  // What had the focus may have gone with its page.
  useEffect(() => {
    if (!page) return;
    const waiting = requestAnimationFrame(() => {
      if (document.activeElement === document.body) main.current?.focus();
    });
    return () => cancelAnimationFrame(waiting);
  }, [page]);

  const heading = page === "chat" ? (title ?? t("chat.newTitle")) : t(`pages.${page}`);
  useEffect(() => {
    document.title = page === "chat" && !title ? t("app.name") : `${heading} – ${t("app.name")}`;
  }, [page, title, heading, t]);
  const covered = narrow && open;
  return (
    <div className="flex h-full">
      {open && <Sidebar narrow={narrow} />}
      <main ref={main} tabIndex={-1} inert={covered} className="flex min-w-0 flex-1 flex-col outline-none">
        <TopBar heading={heading} sidebarShown={open} narrow={narrow} />
        <DemoBanner />
        {page === "chat" && <ChatPage />}
        {page === "agents" && <AgentsPage />}
        {page === "activity" && <ActivityPage />}
        {page === "connect" && <ConnectPage />}
        {page === "settings" && <SettingsPage />}
      </main>
      {paletteOpen && <CommandPalette />}
      {shortcutsOpen && <ShortcutsDialog />}
      <Notices />
    </div>
  );
}
