import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { draftKey, noDraft } from "../stores/drafts";
import { useDrafts, useStores } from "../stores/use-stores";
import { maxPictures, readPicture } from "./read-picture";

/** The draft of a conversation and the ways to change it. */
export function useDraft(conversationId: string | null) {
  const { t } = useTranslation();
  const { drafts, notices } = useStores();
  const key = draftKey(conversationId);
  const draft = useDrafts((state) => state.byChat[key] ?? noDraft);
  const change = useMemo(() => {
    const now = () => drafts.getState().byChat[key] ?? noDraft;
    const say = (text: string) => notices.getState().show({ text, tone: "danger" });
    return {
      write: (text: string) => drafts.getState().put(key, { ...now(), text }),
      clear: () => drafts.getState().clear(key),
      restore: (kept: typeof noDraft) => drafts.getState().put(key, kept),
      removePicture: (index: number) =>
        drafts.getState().put(key, { ...now(), pictures: now().pictures.filter((_, at) => at !== index) }),
      async addFiles(files: File[]) {
        for (const file of files) {
          const picture = await readPicture(file);
          if (!picture) say(t("composer.unreadable", { name: file.name }));
          else if (now().pictures.length >= maxPictures) return say(t("composer.tooMany", { max: maxPictures }));
          else drafts.getState().put(key, { ...now(), pictures: [...now().pictures, picture] });
        }
      },
    };
  }, [drafts, notices, key, t]);
  return { draft, ...change };
}
