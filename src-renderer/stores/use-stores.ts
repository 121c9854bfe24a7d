import { createContext, useContext } from "react";
import { type StoreApi, useStore } from "zustand";
import type { ActivityState } from "./activity";
import type { AgentsState } from "./agents";
import type { BackendsState } from "./backends";
import type { BrainStore } from "./brain";
import type { CallsState } from "./calls";
import type { ChatState } from "./chat";
import type { ConversationsState } from "./conversations";
import type { DraftsState } from "./drafts";
import type { JobsState } from "./jobs";
import type { NoticesState } from "./notices";
import type { OpenCallState } from "./open-call";
import type { OpenJobState } from "./open-job";
import type { QuickAskState } from "./quick-ask";
import type { SettingsState } from "./settings";
import type { StorageStore } from "./storage";
import type { Stores } from "./stores";
import type { UiState } from "./ui";
import type { UsageState } from "./usage";

export const StoresContext = createContext<Stores | null>(null);

/** The window's stores; only inside their provider. */
export function useStores(): Stores {
  const stores = useContext(StoresContext);
  if (!stores) throw new Error("useStores outside of StoresContext");
  return stores;
}

const reader =
  <S>(pick: (stores: Stores) => StoreApi<S>) =>
  <T>(select: (state: S) => T): T =>
    useStore(pick(useStores()), select);

export const useBrain = reader<BrainStore>((stores) => stores.brain);
export const useStorage = reader<StorageStore>((stores) => stores.storage);
export const useConversations = reader<ConversationsState>((stores) => stores.conversations);
export const useChat = reader<ChatState>((stores) => stores.chat);
export const useDrafts = reader<DraftsState>((stores) => stores.drafts);
export const useSettings = reader<SettingsState>((stores) => stores.settings);
export const useBackends = reader<BackendsState>((stores) => stores.backends);
export const useAgents = reader<AgentsState>((stores) => stores.agents);
export const useJobs = reader<JobsState>((stores) => stores.jobs);
export const useOpenJob = reader<OpenJobState>((stores) => stores.openJob);
export const useQuickAsk = reader<QuickAskState>((stores) => stores.quickAsk);
export const useUsage = reader<UsageState>((stores) => stores.usage);
export const useActivity = reader<ActivityState>((stores) => stores.activity);
export const useCalls = reader<CallsState>((stores) => stores.calls);
export const useOpenCall = reader<OpenCallState>((stores) => stores.openCall);
export const useNotices = reader<NoticesState>((stores) => stores.notices);
export const useUi = reader<UiState>((stores) => stores.ui);
