import type { ConversationStore } from "../../storage/conversations";
import { fileNameOf, readExchange, toMarkdown } from "../../storage/conversations/exchange";
import type { Chat } from "../chat/chat";
import type { HandlersOf } from "../ipc/ipc";
import { documentWords } from "../language/document-words";
import type { Texts } from "../language/texts";
import type { Outside } from "./outside";

export function conversationHandlers(
  conversations: ConversationStore,
  chat: Chat,
  outside: Pick<Outside, "openFile" | "saveFile">,
  texts: Pick<Texts, "t" | "language">,
): HandlersOf<"conversations"> {
  let searching = new AbortController();
  return {
    "conversations.search": ({ text }) => {
      searching.abort();
      searching = new AbortController();
      return conversations.search(text, searching.signal);
    },
    "conversations.open": ({ id }) => chat.open(id),
    "conversations.showBranch": ({ id, messageId }) => chat.showBranch(id, messageId),
    "conversations.rename": ({ id, title }) => conversations.rename(id, title),
    "conversations.setOptions": ({ id, options }) => conversations.setOptions(id, options),
    "conversations.pin": ({ id, pinned }) => conversations.pin(id, pinned),
    "conversations.export": async ({ id, format }) => {
      const content = format === "json" ? await conversations.exportFile(id) : await chat.open(id);
      const text =
        "format" in content ? `${JSON.stringify(content, null, 2)}\n` : toMarkdown(content, documentWords(texts));
      const name = fileNameOf(content.title, format === "json" ? "json" : "md", texts.t("desktop.export.untitled"));
      return { saved: await outside.saveFile(name, text) };
    },
    "conversations.import": async () => {
      const text = await outside.openFile();
      return { id: text === undefined ? null : (await conversations.importFile(readExchange(text))).id };
    },
    "conversations.delete": async ({ id }) => {
      await chat.stop(id);
      await conversations.remove(id);
    },
    "conversations.restore": ({ id }) => conversations.restore(id),
  };
}
