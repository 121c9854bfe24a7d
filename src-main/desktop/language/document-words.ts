import type { ChatMessage } from "../../../src-shared/conversation";
import type { DocumentWords } from "../../storage/conversations/exchange";
import type { Texts } from "./texts";

/** What an exported conversation says itself. */
export function documentWords({ t, language }: Pick<Texts, "t" | "language">): DocumentWords {
  return {
    you: t("desktop.export.you"),
    answer: t("desktop.export.answer"),
    picture: (number) => t("desktop.export.picture", { number }),
    file: (name) => t("desktop.export.file", { name }),
    failed: ({ error, errorKind }: ChatMessage) => {
      if (!error || !errorKind || language() === "en") return error;
      const key = `errors.turn.${errorKind}` as "errors.turn.internal";
      return t(key, { defaultValue: error });
    },
  };
}
