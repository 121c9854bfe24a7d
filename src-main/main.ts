import { join } from "node:path";
import { app, dialog, globalShortcut, powerMonitor, session, shell } from "electron";
import { createActivity } from "./desktop/activity/activity";
import { createBrainSwitch } from "./desktop/brain-switch";
import { createChat } from "./desktop/chat/chat";
import { logInWithTerminal } from "./desktop/claude-login/claude-login";
import { openVault } from "./desktop/electron-compat";
import { createHandlers } from "./desktop/handlers/handlers";
import { mirrorState } from "./desktop/ipc/mirror";
import { watchStorage } from "./desktop/ipc/storage-watch";
import { explain } from "./desktop/language/explain";
import { resolveLanguage } from "./desktop/language/resolve-language";
import { systemLanguages } from "./desktop/language/system-languages";
import { createTexts, textsIn } from "./desktop/language/texts";
import { setUpAppMenu, setUpTray } from "./desktop/menu/menus";
import { createNotices, createNotify, tellErrors } from "./desktop/notices/notices";
import { tellQuestions } from "./desktop/notices/question-notices";
import { createOpenCopies } from "./desktop/outside/open-copy";
import { chooseProgram, createOutside } from "./desktop/outside/outside";
import { createShortcut } from "./desktop/quick-ask/shortcut";
import { isWayland } from "./desktop/quick-ask/wayland";
import { setUpQuit } from "./desktop/quit";
import { watchStates } from "./desktop/recent-states";
import { followFirstRun } from "./desktop/startup/first-run";
import { createLoginItem, openedAtLogin } from "./desktop/startup/login-item";
import { followLoginSetting } from "./desktop/startup/login-setting";
import { createClosePolicy } from "./desktop/tray/stay-in-tray";
import { createPages } from "./desktop/window/pages";
import { declareAppScheme } from "./desktop/window/protocol";
import { openLog } from "./logging/log";
import { createService } from "./service/service";
import { openStores } from "./service/stores";
import { openConversations } from "./storage/conversations";
import { openDrafts } from "./storage/drafts";
import { findHome, prepareHome } from "./storage/home";
import { lockHome } from "./storage/home-lock";

const demo = process.argv.includes("--demo");
const hidden = process.argv.includes("--hidden");
// The demo keeps its conversations apart, unless a home was named.
const home = demo && !process.env["BRAINSTEM_HOME"] ? join(findHome(process.env), "demo") : findHome(process.env);
const built = join(app.getAppPath(), "out");

// Before the app is ready; the lock lies in userData, so it is one instance a home.
if (process.platform === "win32") app.setAppUserModelId("dev.brainstem.app");
app.setPath("userData", home);
app.setPath("sessionData", join(home, "session"));
declareAppScheme();
// There the desktop itself hands keys to an app, after asking the person.
if (isWayland(process.env)) app.commandLine.appendSwitch("enable-features", "GlobalShortcutsPortal");

start().catch(async (error: unknown) => {
  process.stderr.write(`brainstem: ${error instanceof Error ? error.message : String(error)}\n`);
  // Before that there is no dialog on Linux.
  await app.whenReady();
  const texts = textsIn(resolveLanguage("system", systemLanguages()));
  const message = texts.t("desktop.startFailed");
  await dialog.showMessageBox({ type: "error", title: "Brainstem", message, detail: explain(error, texts) });
  app.exit(1);
});

async function start(): Promise<void> {
  await prepareHome(home);
  if (!app.requestSingleInstanceLock()) return app.exit(0);
  const unlockHome = lockHome(home);
  const log = openLog(home);
  const beforeQuit = setUpQuit(app, log);
  beforeQuit(() => unlockHome());
  beforeQuit(() => log.close());
  // Read while Electron itself still starts.
  const reading = openConversations(home);
  reading.catch(() => {});
  await app.whenReady();

  const { vault, problem } = openVault();
  if (problem) log.warn("vault.absent", { problem, note: "the endpoint key is kept in a file that only you can read" });
  const stores = await openStores(home, process.env, vault);
  log.hide(stores.secretTexts);
  const { settings, key, secrets, usage } = stores;
  beforeQuit(() => usage.close());
  const texts = createTexts(settings, systemLanguages());
  const { t } = texts;
  for (const { message } of stores.problems) log.warn("storage.problem", { said: message });

  const showNotice = createNotices();
  const notify = createNotify(showNotice, () => window.show());
  const tell = (error: unknown) => notify("Brainstem", explain(error, texts));
  // Nobody can use the switch before the service is there.
  const brainSwitch = createBrainSwitch(settings, { start: () => service.start(), stop: () => service.stop() });
  const onClose = createClosePolicy(settings, brainSwitch.isOn, notify, () => app.quit(), t);
  // The page loads while the rest is made; what it asks waits for that.
  const { window, quickAsk, emit, answer } = createPages({ home, built, onClose, settings, texts, log });
  beforeQuit(() => window.save());
  setUpAppMenu(window, texts);
  const atLogin = settings.get().startup.startHidden && openedAtLogin();
  if (!hidden && !atLogin) window.show();

  const activity = createActivity(() => settings.get().activity.contents);
  settings.onChange(({ activity: wanted }) => wanted.contents || activity.forgetWords());
  const service = createService({
    around: activity.around,
    stores,
    home,
    version: app.getVersion(),
    demo,
    env: process.env,
    log,
  });
  beforeQuit(() => service.stop());
  tellErrors(service, notify, window.isFocused, texts);
  // The CLI comes up beside the page.
  if (brainSwitch.isOn()) service.start().catch(tell);

  const conversations = await reading;
  beforeQuit(() => conversations.close());
  const storage = watchStorage([...stores.problems, ...conversations.problems], conversations, texts, log);
  const baseUrl = () => service.status().baseUrl ?? `http://127.0.0.1:${settings.get().endpoint.port}/v1`;

  const shortcut = createShortcut({
    settings,
    globalShortcut,
    wayland: isWayland(process.env),
    pressed: quickAsk.toggle,
  });
  beforeQuit(() => shortcut.close());
  const copies = createOpenCopies((file) => shell.openPath(file));
  beforeQuit(() => copies.close());
  const drafts = openDrafts(home);
  const pruneDrafts = () => drafts.prune(conversations.list().map(({ id }) => id)).catch(tell);
  void pruneDrafts();
  beforeQuit(pruneDrafts);
  const chat = createChat({
    conversations,
    run: (turn, signal) => service.brain.run(turn, signal),
    settings: settings.get,
    demo: () => service.status().demoChosen === true,
    pictureTitle: () => texts.t("desktop.pictureTitle"),
    emit,
    log,
  });
  beforeQuit(() => chat.close());

  const handlers = createHandlers({
    home,
    built,
    states: watchStates(service),
    service,
    settings,
    conversations,
    drafts,
    storage,
    version: app.getVersion(),
    texts,
    onSnapshot: () => window.outbox.open(),
    brainSwitch,
    chat,
    activity,
    baseUrl,
    key,
    secrets,
    secretTexts: stores.secretTexts,
    usage,
    clearPageStorage: () => session.defaultSession.clearStorageData({ storages: ["localstorage"] }),
    outside: createOutside(
      window.browserWindow,
      () => logInWithTerminal(service.status().cliPath ?? "claude", home),
      t,
      copies,
    ),
    claude: {
      look: service.look,
      setDemo: service.setDemo,
      chooseCli: service.chooseCli,
      askForProgram: () => chooseProgram(window.browserWindow()),
    },
    quickAsk: { quickAsk, shortcut, window },
  });
  shortcut.onChange((status) => emit("quickAsk.changed", status));
  followFirstRun(settings, conversations);
  mirrorState({ service, settings, conversations, activity, usage, texts, storage }, emit);
  powerMonitor.on("resume", () => service.wake());
  answer(handlers);
  tellQuestions(service.jobs, showNotice, window.isFocused, () => window.show("agents"), t);

  setUpTray({ service, settings, brainSwitch, window, baseUrl, texts, tell });
  // Unpackaged, the program would be a bare Electron.
  if (app.isPackaged) await followLoginSetting(settings, createLoginItem(), tell, log);

  app.on("second-instance", (_event, argv) => {
    if (!argv.includes("--hidden")) window.show();
  });
  app.on("activate", () => window.show());
}
