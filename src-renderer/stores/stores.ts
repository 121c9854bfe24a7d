import type { Bridge } from "../../src-shared/ipc";
import { createActivity } from "./activity";
import { createAsk } from "./ask";
import { createBrain } from "./brain";
import { createChat } from "./chat";
import { createConversations } from "./conversations";
import { createDrafts } from "./drafts";
import { createNotices } from "./notices";
import { createSettings } from "./settings";
import { createUi } from "./ui";

/** All that the window knows, a store a topic. */
export function createStores(bridge: Bridge, storage: Storage) {
  const ask = createAsk(bridge);
  return {
    ask,
    brain: createBrain(ask),
    conversations: createConversations(ask),
    chat: createChat(ask),
    drafts: createDrafts(storage),
    settings: createSettings(ask),
    activity: createActivity(ask),
    notices: createNotices(),
    ui: createUi(),
  };
}

export type Stores = ReturnType<typeof createStores>;
