import { useStores } from "../../stores/use-stores";

/** Deletes for good, here and in the main process. Both reject with a sentence. @param conversations that the person was told of */
export function useDelete(conversations: number): Record<"said" | "usage", () => Promise<void>> {
  const { ask, drafts, activity, calls, openCall, jobs, openJob, language } = useStores();
  const forgetTurns = async () => {
    activity.getState().empty();
    await openCall.getState().show(null);
    await calls.getState().load();
  };
  return {
    async said() {
      try {
        await ask("data.deleteSaid", { conversations });
      } finally {
        await jobs.getState().load();
      }
      drafts.getState().clearAll();
      // What the page had kept is gone with the drafts: the next window is to begin in this language.
      language.setState((now) => ({ ...now }));
      await openJob.getState().show(null);
      await forgetTurns();
    },
    async usage() {
      await ask("data.deleteUsage");
      await forgetTurns();
    },
  };
}
