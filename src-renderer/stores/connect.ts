import type { Bridge } from "../../src-shared/ipc";
import { draftKey, noDraft } from "./drafts";
import type { Stores } from "./stores";

const place = "brainstem.shown";

/**
 * Listens to the main process, then takes its snapshot, and shows the conversation that was shown before a reload.
 * Rejects with a sentence when the main process does not answer. `session` lives as long as the window.
 */
export async function connect(
  bridge: Bridge,
  stores: Stores,
  session: Pick<Storage, "getItem" | "setItem">,
): Promise<void> {
  const { brain, conversations, chat, settings, language, activity, calls, openCall, backends, agents } = stores;
  const { jobs, openJob, usage, storage, quickAsk, ui } = stores;
  bridge.on("brain.status", (status) => brain.setState({ status }));
  bridge.on("settings.changed", (changed) => settings.setState({ settings: changed }));
  bridge.on("language.changed", (changed) => language.setState({ language: changed }));
  bridge.on("conversation.changed", (summary) => conversations.getState().onChanged(summary));
  bridge.on("conversation.removed", ({ id }) => {
    conversations.getState().onRemoved(id);
    if (chat.getState().conversationId === id) void chat.getState().show(null);
  });
  bridge.on("message.changed", (payload) => chat.getState().onMessage(payload));
  bridge.on("message.delta", (delta) => chat.getState().onDelta(delta));
  bridge.on("activity.changed", (entry) => activity.getState().onChanged(entry));
  bridge.on("activity.cleared", () => {
    activity.getState().onCleared();
    calls.getState().onCleared();
    void openCall.getState().show(null);
  });
  bridge.on("turn.grew", (growth) => {
    activity.getState().onGrew(growth);
    openCall.getState().onGrew(growth);
  });
  bridge.on("call.changed", (summary) => {
    calls.getState().onChanged(summary);
    openCall.getState().onChanged(summary);
  });
  bridge.on("call.turn", (told) => openCall.getState().onTurn(told));
  bridge.on("backends.changed", (changed) => backends.setState({ backends: changed }));
  bridge.on("agents.changed", (list) => agents.getState().onChanged(list));
  bridge.on("job.changed", (job) => {
    jobs.getState().onChanged(job);
    openJob.getState().onChanged(job);
  });
  bridge.on("jobs.cleared", () => {
    jobs.getState().onCleared();
    void openJob.getState().show(null);
  });
  bridge.on("job.event", (told) => openJob.getState().onEvent(told));
  bridge.on("usage.changed", () => usage.getState().onChanged());
  bridge.on("storage.changed", (state) => storage.setState({ state }));
  bridge.on("quickAsk.changed", (status) => quickAsk.setState({ status }));
  bridge.on("navigate", (to) => {
    ui.getState().go(to.page);
    if (to.chat) takeOver(stores, to.chat);
  });

  const snapshot = await stores.ask("app.snapshot");
  brain.setState({ status: snapshot.status });
  settings.setState({ settings: snapshot.settings });
  language.setState({ language: snapshot.language });
  storage.setState({ state: snapshot.storage });
  conversations.getState().replaceAll(snapshot.conversations);
  stores.drafts.getState().retain(snapshot.conversations.map(({ id }) => id));
  // A question of a running agent shows on every page.
  void jobs.getState().load();
  const shown = session.getItem(place);
  if (shown && conversations.getState().byId[shown]) void chat.getState().show(shown);
  // Each write is a call to another process: not with every token that arrives.
  chat.subscribe(({ conversationId }, before) => {
    if (conversationId !== before.conversationId) session.setItem(place, conversationId ?? "");
  });
}

/** Goes on with a conversation of the quick-ask window; what was typed there is put before what is typed here. */
function takeOver({ chat, drafts, ui }: Stores, { id, text }: { id: string | null; text: string }): void {
  ui.getState().set({ firstSteps: false });
  void chat.getState().show(id);
  if (text === "") return;
  const key = draftKey(id);
  const kept = drafts.getState().byChat[key] ?? noDraft;
  drafts.getState().put(key, { ...kept, text: [text, kept.text].filter(Boolean).join("\n") });
}
