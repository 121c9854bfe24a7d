import type { Chat } from "../chat/chat";
import type { HandlersOf } from "../ipc/ipc";

export function chatHandlers(chat: Chat): HandlersOf<"chat"> {
  return {
    "chat.send": async ({ conversationId, text, pictures, files, options }) => ({
      conversationId: await chat.send(conversationId, { text, pictures, files }, options),
    }),
    "chat.edit": ({ conversationId, messageId, text }) => chat.edit(conversationId, messageId, text),
    "chat.stop": ({ conversationId }) => chat.stop(conversationId),
    "chat.retry": ({ conversationId }) => chat.retry(conversationId),
  };
}
