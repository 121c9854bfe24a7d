import type { Bridge } from "../../src-shared/ipc";
import type { Stores } from "../stores/stores";

/** The part of the main window's state that one question needs. Rejects when the main process does not answer. */
export async function connectQuickAsk(bridge: Bridge, { ask, brain, chat, language, settings }: Stores): Promise<void> {
  bridge.on("brain.status", (status) => brain.setState({ status }));
  bridge.on("settings.changed", (changed) => settings.setState({ settings: changed }));
  bridge.on("language.changed", (changed) => language.setState({ language: changed }));
  bridge.on("message.changed", (payload) => chat.getState().onMessage(payload));
  bridge.on("message.delta", (delta) => chat.getState().onDelta(delta));
  const snapshot = await ask("app.snapshot");
  brain.setState({ status: snapshot.status });
  settings.setState({ settings: snapshot.settings });
  language.setState({ language: snapshot.language });
}
