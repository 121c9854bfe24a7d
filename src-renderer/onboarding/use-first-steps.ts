import { useBrain, useConversations, useSettings, useUi } from "../stores/use-stores";

/**
 * Whether a new chat shows the first steps: before the first conversation with the person's own Claude, or because the
 * person asked for them. The demo has its own sign.
 */
export function useFirstSteps(): boolean {
  const asked = useUi((state) => state.firstSteps);
  const done = useSettings((state) => state.settings.firstRun.done);
  const demo = useBrain((state) => state.status.demo);
  const none = useConversations((state) => Object.values(state.byId).every((conversation) => conversation.demo));
  return !demo && (asked || (!done && none));
}
