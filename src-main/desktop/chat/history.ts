import type { AttachedFile, ChatMessage } from "../../../src-shared/conversation";
import { fileText } from "../../brain/file-text";
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

/** Pictures and files come before the words that are about them. */
function partsOf({ text, pictures = [], files = [] }: ChatMessage): Part[] {
  const shown = pictures.map(({ mediaType, data }): Part => ({ type: "image", mediaType, data }));
  const attached = [...shown, ...files.map(filePart)];
  return text || attached.length === 0 ? [...attached, { type: "text", text }] : attached;
}

function filePart(file: AttachedFile): Part {
  if ("text" in file) return { type: "text", text: fileText(file.name, file.text) };
  return { type: "document", mediaType: file.mediaType, data: file.data, name: file.name };
}
