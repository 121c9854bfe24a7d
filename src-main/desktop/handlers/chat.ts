import type { Chat } from "../chat/chat";
import type { HandlersOf } from "../ipc";

export function chatHandlers(chat: Chat): HandlersOf<"chat"> {
  return {
    "chat.send": async ({ conversationId, text, pictures }) => ({
      conversationId: await chat.send(conversationId, { text, pictures }),
    }),
    "chat.stop": ({ conversationId }) => chat.stop(conversationId),
    "chat.retry": ({ conversationId }) => chat.retry(conversationId),
  };
}
