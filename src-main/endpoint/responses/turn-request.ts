import type { ToolChoice, TurnRequest } from "../../brain/turn";
import type { TurnDefaults } from "../chat/turn-request";
import { badRequest } from "../errors";
import { checkChoice, toTools } from "../request/tools";
import { type History, ItemReader } from "./items";
import type { ResponseMemory } from "./memory";
import type { ResponsesRequest } from "./request";

/** What was said so far, the request's own items last. Throws a 400 for an earlier response that is not kept. */
export function readHistory(asked: ResponsesRequest, memory: ResponseMemory, imageUrls: boolean): History {
  const { previous_response_id: previous, input } = asked;
  const before = previous ? memory.history(previous) : { system: [], messages: [] };
  if (!before) {
    const message = `Previous response with id '${previous}' not found. Responses are kept for an hour, unless store is false.`;
    throw badRequest(message, "previous_response_id", "previous_response_not_found");
  }
  const items = typeof input === "string" ? [{ role: "user", content: input }] : input;
  const history = new ItemReader(before, imageUrls, (id) => memory.item(id)).read(items, "input");
  if (history.messages.length === 0) throw badRequest("input: nothing in it can be answered", "input");
  return history;
}

/** What the client asked for in the brain's own words. */
export function toTurn(asked: ResponsesRequest, history: History, defaults: TurnDefaults): TurnRequest {
  const tools = toTools(asked.tools ?? [], (i) => `tools[${i}].name`);
  const effort = asked.reasoning?.effort ?? undefined;
  const json = readFormat(asked);
  return {
    caller: {
      kind: "http",
      name: (defaults.userAgent ?? "unknown client").slice(0, 200),
      route: "responses",
      ...(asked.user ? { user: asked.user } : {}),
      ...(asked.metadata ? { metadata: asked.metadata } : {}),
    },
    model: asked.model ?? defaults.model,
    system: [...(asked.instructions ? [asked.instructions] : []), ...history.system],
    messages: history.messages,
    tools,
    toolChoice: checkChoice(readChoice(asked), tools),
    parallelToolCalls: asked.parallel_tool_calls ?? true,
    stop: [],
    thinking: (asked.reasoning?.summary ?? asked.reasoning?.generate_summary) != null,
    ...(effort === undefined ? {} : { effort: effort === "xhigh" ? "high" : effort }),
    ...(json === undefined ? {} : { json }),
    ...(asked.max_output_tokens == null ? {} : { maxTokens: asked.max_output_tokens }),
  };
}

function readChoice({ tool_choice: choice }: ResponsesRequest): ToolChoice {
  if (choice == null) return { mode: "auto" };
  return typeof choice === "string" ? { mode: choice } : { mode: "named", name: choice.name };
}

function readFormat({ text }: ResponsesRequest): TurnRequest["json"] {
  const format = text?.format;
  if (format?.type === "json_object") return {};
  if (format?.type !== "json_schema") return undefined;
  return format.schema ? { schema: format.schema } : {};
}
