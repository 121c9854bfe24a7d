import type { KeyStore } from "../../storage/endpoint-key";
import type { SecretStore } from "../../storage/secrets";
import type { BrainSwitch } from "../brain-switch";
import type { Handlers } from "../ipc/ipc";
import type { Texts } from "../language/texts";
import { type AboutParts, aboutHandlers } from "./about";
import { activityHandlers } from "./activity";
import { agentHandlers } from "./agents";
import { type AppParts, appHandlers } from "./app";
import { backendHandlers } from "./backends";
import { brainHandlers } from "./brain";
import { chatHandlers } from "./chat";
import { type ClaudeParts, claudeHandlers } from "./claude";
import { conversationHandlers } from "./conversations";
import { type DataParts, dataHandlers } from "./data";
import { draftHandlers } from "./drafts";
import { endpointHandlers } from "./endpoint";
import { jobHandlers } from "./jobs";
import { modelHandlers } from "./models";
import { type Outside, outsideHandlers } from "./outside";
import { quickAskHandlers } from "./quick-ask";
import { settingsHandlers } from "./settings";
import { usageHandlers } from "./usage";

export interface Parts extends AppParts, Omit<AboutParts, "outside">, Omit<DataParts, "outside" | "service"> {
  brainSwitch: BrainSwitch;
  /** Where the endpoint listens, or would. */
  baseUrl: () => string;
  key: Pick<KeyStore, "get" | "rotate" | "keeping">;
  secrets: SecretStore;
  outside: Outside;
  texts: Pick<Texts, "t" | "language">;
  claude: ClaudeParts;
  quickAsk: Parameters<typeof quickAskHandlers>[0];
}

/** All that the window may ask. */
export function createHandlers(parts: Parts): Handlers {
  return {
    ...appHandlers(parts),
    ...aboutHandlers(parts),
    ...dataHandlers(parts),
    ...brainHandlers(parts.brainSwitch),
    ...chatHandlers(parts.chat),
    ...activityHandlers(parts.activity, parts.outside.copy, parts.baseUrl, parts.key.get),
    ...conversationHandlers(parts.conversations, parts.chat, parts.outside, parts.texts),
    ...draftHandlers(parts.drafts),
    ...endpointHandlers(parts.outside.copy, parts.baseUrl, parts.key),
    ...settingsHandlers(parts.settings, parts.key.get, parts.service.probe),
    ...modelHandlers(parts.service.brain),
    ...agentHandlers(parts.service.agents),
    ...jobHandlers(parts.service.jobs),
    ...backendHandlers(parts.service.backends, parts.settings, parts.secrets),
    ...usageHandlers(parts.usage, parts.outside.saveFile),
    ...outsideHandlers(parts.outside),
    ...claudeHandlers(parts.claude),
    ...quickAskHandlers(parts.quickAsk),
  };
}
