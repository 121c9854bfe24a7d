import type { ConversationSummary } from "../../../src-shared/conversation";
import type { ConversationStore } from "../../storage/conversations";
import type { SettingsStore } from "../../storage/settings";

/** Notes that the first steps are done as soon as there is a conversation with the person's own Claude. */
export function followFirstRun(
  settings: Pick<SettingsStore, "get" | "update">,
  conversations: Pick<ConversationStore, "list" | "onChange">,
): void {
  const look = ({ demo }: Pick<ConversationSummary, "demo">): void => {
    if (demo || settings.get().firstRun.done) return;
    // Where it cannot be saved, the conversation itself says so at the next start.
    void settings.update({ firstRun: { done: true } }).catch(() => {});
  };
  for (const conversation of conversations.list()) look(conversation);
  conversations.onChange(look);
}
