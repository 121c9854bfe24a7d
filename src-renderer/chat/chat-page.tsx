import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { Composer } from "../composer/composer";
import { DropZone } from "../composer/drop-zone";
import { FirstSteps } from "../onboarding/first-steps";
import { useFirstSteps } from "../onboarding/use-first-steps";
import { BrainBanner } from "../status/brain-banner";
import { StorageBanner } from "../status/storage-banner";
import { UpstreamNotice } from "../status/upstream-notice";
import { useChat } from "../stores/use-stores";
import { ConversationLog } from "./conversation-log";
import { FinishedAnnouncer } from "./finished-announcer";
import { Welcome } from "./welcome";

/** The conversation and the field to write in; a welcome where there is none yet. */
export function ChatPage() {
  const { t } = useTranslation();
  const id = useChat((state) => state.conversationId);
  const phase = useChat((state) => state.phase);
  // A conversation is drawn in slices, so that typing and clicking go on meanwhile.
  const drawn = useDeferredValue(phase === "ready" ? id : null);
  const firstSteps = useFirstSteps() && id === null;
  const note = phase === "failed" ? t("chat.openFailed") : t("chat.loading");
  return (
    <DropZone conversationId={id}>
      <div className="shrink-0 px-4">
        {!firstSteps && <BrainBanner />}
        <StorageBanner />
        <UpstreamNotice />
      </div>
      {firstSteps && <FirstSteps />}
      {id === null && !firstSteps && <Welcome />}
      {id !== null && phase === "ready" && drawn === id && <ConversationLog key={id} />}
      {id !== null && (phase !== "ready" || drawn !== id) && (
        <p className="flex-1 p-8 text-center text-sm text-faint">{phase !== "ready" && note}</p>
      )}
      <div className="shrink-0 px-4 pb-4">
        <Composer conversationId={id} />
      </div>
      <FinishedAnnouncer />
    </DropZone>
  );
}
