import type { ConversationStore } from "../../storage/conversations";
import type { Chat } from "../chat/chat";
import type { HandlersOf } from "../ipc";

export function conversationHandlers(conversations: ConversationStore, chat: Chat): HandlersOf<"conversations"> {
  return {
    "conversations.open": ({ id }) => chat.open(id),
    "conversations.rename": ({ id, title }) => conversations.rename(id, title),
    "conversations.pin": ({ id, pinned }) => conversations.pin(id, pinned),
    "conversations.delete": async ({ id }) => {
      await chat.stop(id);
      await conversations.remove(id);
    },
    "conversations.restore": ({ id }) => conversations.restore(id),
  };
}
