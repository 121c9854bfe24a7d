import type { Bridge } from "../../src-shared/ipc";
import { createActivity } from "./activity";
import { createAgents } from "./agents";
import { createAsk } from "./ask";
import { createBackends } from "./backends";
import { createBrain } from "./brain";
import { createCalls } from "./calls";
import { createChat } from "./chat";
import { createConversations } from "./conversations";
import { createDrafts } from "./drafts";
import { createJobs } from "./jobs";
import { createLanguage } from "./language";
import { createNotices } from "./notices";
import { createOpenCall } from "./open-call";
import { createOpenJob } from "./open-job";
import { createQuickAsk } from "./quick-ask";
import { createSettings } from "./settings";
import { createStorage } from "./storage";
import { createUi } from "./ui";
import { createUsage } from "./usage";

/** All that the window knows, a store a topic. */
export function createStores(bridge: Bridge, storage: Storage) {
  const ask = createAsk(bridge);
  return {
    ask,
    brain: createBrain(ask),
    conversations: createConversations(ask),
    chat: createChat(ask),
    drafts: createDrafts(storage, ask),
    settings: createSettings(ask),
    language: createLanguage(storage),
    backends: createBackends(ask),
    agents: createAgents(ask),
    jobs: createJobs(ask),
    openJob: createOpenJob(ask),
    activity: createActivity(ask),
    calls: createCalls(ask),
    openCall: createOpenCall(ask),
    usage: createUsage(ask),
    quickAsk: createQuickAsk(ask),
    notices: createNotices(),
    storage: createStorage(),
    ui: createUi(),
  };
}

export type Stores = ReturnType<typeof createStores>;
