import type { DraftStore } from "../../storage/drafts";
import type { HandlersOf } from "../ipc/ipc";

export function draftHandlers(drafts: Pick<DraftStore, "read" | "keep">): HandlersOf<"drafts"> {
  return {
    "drafts.read": ({ chat }) => drafts.read(chat),
    "drafts.keep": ({ chat, ...attachments }) => drafts.keep(chat, attachments),
  };
}
