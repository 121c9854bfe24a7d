import type { AttachedFile } from "../../src-shared/conversation";
import { sentence } from "../stores/ask";
import { useStores } from "../stores/use-stores";

/** The ways an attached file leaves the window; what does not work is said in a notice. */
export function useFileActions(file: AttachedFile) {
  const { ask, notices } = useStores();
  const tell = (thrown: unknown) => notices.getState().show({ text: sentence(thrown), tone: "danger" });
  return {
    save: () => void ask("file.save", file).catch(tell),
    open: () => void ("data" in file && ask("file.open", file).catch(tell)),
  };
}
