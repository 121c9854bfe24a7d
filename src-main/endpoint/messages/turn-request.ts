import type { Effort, ToolChoice, TurnRequest } from "../../brain/turn";
import type { TurnDefaults } from "../chat/turn-request";
import { badRequest } from "../errors";
import { checkChoice, toTools } from "../request/tools";
import { readMessage, readSystem } from "./blocks";
import type { MessagesRequest } from "./request";

/** What the client asked for in the brain's own words. */
export function toTurn(asked: MessagesRequest, { model, imageUrls, userAgent }: TurnDefaults): TurnRequest {
  const messages = asked.messages.flatMap((message, i) => readMessage(message, ["messages", i], imageUrls));
  if (messages.length === 0) throw badRequest("messages: nothing in them can be answered", "messages");
  const asTools = (asked.tools ?? []).map((tool) => ({ ...tool, parameters: tool.input_schema }));
  const tools = toTools(asTools, (i) => `tools[${i}].name`);
  const choice = asked.tool_choice;
  const effort = readEffort(asked);
  const user = asked.metadata?.user_id;
  const schema = asked.output_config?.format?.schema;
  return {
    caller: {
      kind: "http",
      name: (userAgent ?? "unknown client").slice(0, 200),
      route: "messages",
      ...(user ? { user } : {}),
    },
    model: asked.model ?? model,
    system: readSystem(asked.system),
    messages,
    tools,
    toolChoice: checkChoice(readChoice(choice), tools),
    parallelToolCalls: !(choice && choice.type !== "none" && choice.disable_parallel_tool_use),
    stop: (asked.stop_sequences ?? []).filter((text) => text !== ""),
    thinking: wantsThinking(asked),
    maxTokens: asked.max_tokens,
    ...(effort === undefined ? {} : { effort }),
    ...(schema ? { json: { schema } } : {}),
  };
}

function readChoice(choice: MessagesRequest["tool_choice"]): ToolChoice {
  if (choice?.type === "tool") return { mode: "named", name: choice.name };
  if (choice?.type === "any") return { mode: "required" };
  return { mode: choice?.type ?? "auto" };
}

function wantsThinking({ thinking }: MessagesRequest): boolean {
  return thinking != null && thinking.type !== "disabled" && thinking.display !== "omitted";
}

/** A budget of thinking is told as an effort, which is what the backends know. */
function readEffort({ thinking, output_config }: MessagesRequest): Effort | undefined {
  if (thinking?.type === "disabled") return "none";
  const effort = output_config?.effort;
  if (effort) return effort === "xhigh" || effort === "max" ? "high" : effort;
  if (thinking?.type === "adaptive") return "medium";
  if (thinking?.type !== "enabled") return undefined;
  return thinking.budget_tokens < 4_096 ? "low" : thinking.budget_tokens < 16_384 ? "medium" : "high";
}
