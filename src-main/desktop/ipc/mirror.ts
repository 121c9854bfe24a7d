import type { Service } from "../../service/service";
import type { ConversationStore } from "../../storage/conversations";
import type { SettingsStore } from "../../storage/settings";
import type { UsageStore } from "../../storage/usage";
import type { Activity } from "../activity/activity";
import type { Texts } from "../language/texts";
import type { Emit } from "./outbox";
import type { StorageWatch } from "./storage-watch";

/** Tells the window of every change of what it mirrors. */
export function mirrorState(
  parts: {
    service: Service;
    settings: SettingsStore;
    conversations: ConversationStore;
    activity: Activity;
    usage: UsageStore;
    texts: Pick<Texts, "onChange">;
    storage: StorageWatch;
  },
  emit: Emit,
): void {
  parts.service.onStatus((status) => emit("brain.status", status));
  parts.settings.onChange((settings) => emit("settings.changed", settings));
  parts.texts.onChange((language) => emit("language.changed", language));
  parts.conversations.onChange((conversation) => emit("conversation.changed", conversation));
  parts.conversations.onRemove((id) => emit("conversation.removed", { id }));
  parts.service.agents.onChange((list) => emit("agents.changed", list));
  parts.service.jobs.onChange((job) => emit("job.changed", job));
  parts.service.jobs.onClear(() => emit("jobs.cleared", undefined));
  parts.service.jobs.onEvent((jobId, event) => emit("job.event", { jobId, event }));
  parts.service.backends.onChange(() => emit("backends.changed", parts.service.backends.statuses()));
  parts.usage.onChange(() => emit("usage.changed", undefined));
  parts.activity.listen(emit);
  parts.storage.onChange((state) => emit("storage.changed", state));
}
