import type { ChatMessage } from "../../../src-shared/conversation";
import type { Message, Part } from "../../brain/turn";

/**
 * What the model is told of a branch. A stopped answer keeps what was said of it; one without any text (failed, or
 * stopped before the first word) is left out.
 */
export function historyOf(branch: ChatMessage[]): Message[] {
  return branch.flatMap((message): Message[] => {
    if (message.role === "user") return [{ role: "user", content: partsOf(message) }];
    return message.text ? [{ role: "assistant", text: message.text, toolCalls: [] }] : [];
  });
}

function partsOf(message: ChatMessage): Part[] {
  const pictures = (message.pictures ?? []).map(
    (picture): Part => ({ type: "image", mediaType: picture.mediaType, data: picture.data }),
  );
  return message.text || pictures.length === 0 ? [...pictures, { type: "text", text: message.text }] : pictures;
}
