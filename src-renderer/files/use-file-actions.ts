import type { AttachedFile } from "../../src-shared/conversation";
import { useStores } from "../stores/use-stores";

/** The ways an attached file leaves the window; what does not work is said in a notice. */
export function useFileActions(file: AttachedFile) {
  const { ask, notices } = useStores();
  return {
    save: () => void ask("file.save", file).catch(notices.getState().fail),
    open: () => void ("data" in file && ask("file.open", file).catch(notices.getState().fail)),
  };
}
