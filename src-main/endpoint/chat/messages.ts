import type { Message } from "../../brain/turn";
import { badRequest } from "../errors";
import { withoutDocuments } from "../request/file";
import { readParts, readText } from "./parts";
import type { ChatRequest } from "./request";

type Asked = ChatRequest["messages"][number];

/**
 * The history as the brain takes it. What stands before the conversation is the system prompt; a system or developer
 * message within it (a late tool result, a reminder) speaks there as the user. Where nothing else was sent, the last
 * of them is what is answered: Pipecat opens a conversation so.
 */
export function readMessages(asked: Asked[], imageUrls: boolean): { system: string[]; messages: Message[] } {
  const first = asked.findIndex((message) => !instructs(message));
  const leading = first === -1 ? asked.length - 1 : first;
  const system = asked
    .slice(0, leading)
    .map((message, i) => readText(message.content, `messages[${i}].content`))
    .filter((text) => text !== "");
  const messages = asked
    .slice(leading)
    .flatMap((message, i) => readMessage(message, `messages[${leading + i}]`, imageUrls));
  if (messages.length === 0) throw badRequest("messages: nothing in them can be answered", "messages");
  return { system, messages };
}

const instructs = ({ role }: Asked) => role === "system" || role === "developer";

function readMessage(message: Asked, at: string, imageUrls: boolean): Message[] {
  const param = `${at}.content`;
  const parts = () => readParts(message.content, param, imageUrls);
  switch (message.role) {
    case "system":
    case "developer":
      return [{ role: "user", content: readParts(readText(message.content, param), param, false) }];
    case "user":
      return [{ role: "user", content: parts() }];
    case "tool": {
      if (!message.tool_call_id) throw badRequest(`${at}.tool_call_id: must be a string`, `${at}.tool_call_id`);
      return [{ role: "tool", toolCallId: message.tool_call_id, content: withoutDocuments(parts(), param) }];
    }
    case "assistant": {
      const text = readText(message.content, param);
      const toolCalls = (message.tool_calls ?? []).map(({ id, function: { name, arguments: json } }) => ({
        id,
        name,
        arguments: json ?? "",
      }));
      // An answer that was interrupted before its first word says nothing.
      return text === "" && toolCalls.length === 0 ? [] : [{ role: "assistant", text, toolCalls }];
    }
  }
}
