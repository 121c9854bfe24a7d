import type { Effort, Tool, ToolChoice, TurnRequest } from "../../brain/turn";
import { checkChoice, toTools } from "../request/tools";
import { readMessages } from "./messages";
import type { ChatRequest } from "./request";

export interface TurnDefaults {
  /** For a request that names no model. */
  model: string;
  /** Whether pictures may be named by web address. */
  imageUrls: boolean;
  /** Names the caller in the activity. */
  userAgent: string | undefined;
}

/** What the client asked for in the brain's own words. */
export function toTurn(asked: ChatRequest, { model, imageUrls, userAgent }: TurnDefaults): TurnRequest {
  const tools = readTools(asked);
  const effort = readEffort(asked);
  const json = readJsonFormat(asked);
  const maxTokens = asked.max_completion_tokens ?? asked.max_tokens ?? undefined;
  return {
    caller: {
      kind: "http",
      name: (userAgent ?? "unknown client").slice(0, 200),
      route: "chat/completions",
      ...(asked.user ? { user: asked.user } : {}),
      ...(asked.metadata ? { metadata: asked.metadata } : {}),
    },
    model: asked.model ?? model,
    ...readMessages(asked.messages, imageUrls),
    tools,
    toolChoice: readToolChoice(asked, tools),
    parallelToolCalls: asked.parallel_tool_calls ?? true,
    stop: [asked.stop ?? []].flat().filter((text) => text !== ""),
    thinking: wantsThinking(asked),
    ...(effort === undefined ? {} : { effort }),
    ...(json === undefined ? {} : { json }),
    ...(maxTokens === undefined ? {} : { maxTokens }),
  };
}

function readTools({ tools }: ChatRequest): Tool[] {
  const asked = (tools ?? []).map((tool) => tool.function);
  return toTools(asked, (i) => `tools[${i}].function.name`);
}

function readToolChoice({ tool_choice: choice }: ChatRequest, tools: Tool[]): ToolChoice {
  if (choice == null) return { mode: "auto" };
  if (typeof choice === "string") return checkChoice({ mode: choice }, tools);
  return checkChoice({ mode: "named", name: choice.function.name }, tools);
}

function readEffort({ reasoning_effort, reasoning }: ChatRequest): Effort | undefined {
  const effort = reasoning_effort ?? reasoning?.effort ?? undefined;
  return effort === "xhigh" ? "high" : effort;
}

function readJsonFormat({ response_format: format }: ChatRequest): TurnRequest["json"] {
  if (format?.type === "json_object") return {};
  if (format?.type !== "json_schema") return undefined;
  return format.json_schema.schema ? { schema: format.json_schema.schema } : {};
}

function wantsThinking({ reasoning, include_reasoning }: ChatRequest): boolean {
  if (include_reasoning != null) return include_reasoning;
  return reasoning != null && reasoning.exclude !== true && reasoning.enabled !== false;
}
