import path from "node:path";
import { Failure } from "../../failure";
import type { Service } from "../../service/service";
import type { ConversationStore } from "../../storage/conversations";
import { exportAll, importAll } from "../../storage/conversations/bundle";
import { diskUse } from "../../storage/disk-use";
import type { DraftStore } from "../../storage/drafts";
import { dayOf, type UsageStore } from "../../storage/usage";
import type { Activity } from "../activity/activity";
import type { Chat } from "../chat/chat";
import type { HandlersOf } from "../ipc/ipc";
import type { Outside } from "./outside";

export interface DataParts {
  /** The data folder. */
  home: string;
  conversations: ConversationStore;
  drafts: DraftStore;
  chat: Chat;
  usage: UsageStore;
  activity: Activity;
  service: Pick<Service, "held" | "forget">;
  /** Removes from the disk what the pages keep themselves: drafts. */
  clearPageStorage: () => Promise<void>;
  outside: Pick<Outside, "chooseFile" | "choosePlace" | "openFolder">;
}

export function dataHandlers(parts: DataParts): HandlersOf<"data"> {
  const { home, conversations, drafts, chat, usage, activity, service, clearPageStorage, outside } = parts;
  return {
    "data.info": async () => ({
      folder: home,
      bytes: await diskUse(home),
      conversationBytes: await diskUse(path.join(home, "conversations")),
      conversations: conversations.list().length,
      ...(await service.held()),
      turns: usage.rows().reduce((sum, { turns }) => sum + turns, 0),
    }),
    "data.openFolder": () => outside.openFolder(home),
    "data.export": async () => {
      const file = await outside.choosePlace(`brainstem-conversations-${dayOf(new Date())}.json`);
      return { saved: file ? await exportAll(conversations, file) : null };
    },
    "data.import": async () => {
      const file = await outside.chooseFile();
      return file ? importAll(conversations, file) : null;
    },
    "data.deleteSaid": async ({ conversations: count }) => {
      const list = conversations.list();
      if (list.length !== count) throw new Failure("conversations_changed");
      await Promise.all(list.map(({ id }) => chat.stop(id)));
      const deleted = [conversations.removeAll(), drafts.clear(), service.forget(), clearPageStorage()];
      const ends = await Promise.allSettled(deleted);
      activity.forgetWords();
      activity.clear();
      for (const end of ends) if (end.status === "rejected") throw end.reason;
    },
    "data.deleteUsage": async () => {
      await usage.clear();
      activity.clear();
    },
  };
}
