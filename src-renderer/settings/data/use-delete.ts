import { useStores } from "../../stores/use-stores";

/**
 * Deletes for good, here and in the main process, which tells the stores that mirror it. Both reject with a sentence.
 * @param conversations that the person was told of
 */
export function useDelete(conversations: number): Record<"said" | "usage", () => Promise<void>> {
  const { ask, drafts, language } = useStores();
  return {
    async said() {
      await ask("data.deleteSaid", { conversations });
      drafts.getState().clearAll();
      // What the page had kept is gone with the drafts: the next window is to begin in this language.
      language.setState((now) => ({ ...now }));
    },
    async usage() {
      await ask("data.deleteUsage");
    },
  };
}
