import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { messageFieldId } from "../shell/use-go";
import { type Draft, draftKey, noDraft } from "../stores/drafts";
import { useDrafts, useStores } from "../stores/use-stores";
import { shownSize } from "../ui/shown-size";
import { addFile } from "./add-file";

/** The draft of a conversation and the ways to change it. */
export function useDraft(conversationId: string | null) {
  const { t, i18n } = useTranslation();
  const { drafts, notices } = useStores();
  const key = draftKey(conversationId);
  useEffect(() => void drafts.getState().load(key), [drafts, key]);
  const draft = useDrafts((state) => state.byChat[key] ?? noDraft);
  const change = useMemo(() => {
    const now = () => drafts.getState().byChat[key] ?? noDraft;
    const put = (changed: Partial<Draft>) => drafts.getState().put(key, { ...now(), ...changed });
    /** Whoever took something out by keyboard goes on writing. */
    const focusField = () => document.getElementById(messageFieldId)?.focus();
    return {
      write: (text: string) => put({ text }),
      clear: () => drafts.getState().clear(key),
      restore: (kept: Draft) => put(kept),
      removePicture(index: number) {
        put({ pictures: now().pictures.filter((_, at) => at !== index) });
        focusField();
      },
      removeFile(index: number) {
        put({ files: now().files.filter((_, at) => at !== index) });
        focusField();
      },
      async addFiles(files: File[]) {
        for (const file of files) {
          const added = await addFile(file, now);
          if (typeof added === "function")
            notices.getState().show({ text: added(t, (bytes) => shownSize(bytes, i18n.language)), tone: "danger" });
          else put(added);
        }
        focusField();
      },
    };
  }, [drafts, notices, key, t, i18n]);
  return { draft, ...change };
}
