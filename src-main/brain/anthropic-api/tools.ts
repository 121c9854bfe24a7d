import type { MessageCreateParamsStreaming, Tool, ToolChoice } from "@anthropic-ai/sdk/resources/messages";
import type { TurnRequest } from "../turn";

/** The tool through which an answer that has to be JSON is given: what the model passes to it is the answer. */
export const jsonAnswer = "json_answer";

/** The client's tools, the one for a JSON answer, and which of them has to be called. */
export function toTools(request: TurnRequest): Pick<MessageCreateParamsStreaming, "tools" | "tool_choice"> {
  const tools = request.tools.map(
    ({ name, description, parameters }): Tool => ({
      name,
      ...(description ? { description } : {}),
      input_schema: { ...parameters, type: "object" },
    }),
  );
  if (request.json && mayAnswer(request))
    tools.push({
      name: jsonAnswer,
      description: "Gives the answer. It is the only way to answer.",
      input_schema: { ...request.json.schema, type: "object" },
    });
  return tools.length > 0 ? { tools, tool_choice: toChoice(request) } : {};
}

/** Whether the model must call a tool, which it cannot do while it thinks. */
export function mustCall({ toolChoice, json }: TurnRequest): boolean {
  return json !== undefined || toolChoice.mode === "required" || toolChoice.mode === "named";
}

function mayAnswer({ toolChoice }: TurnRequest): boolean {
  return toolChoice.mode === "auto" || toolChoice.mode === "none";
}

function toChoice(request: TurnRequest): ToolChoice {
  const { toolChoice, tools, json, parallelToolCalls } = request;
  const one = parallelToolCalls ? {} : { disable_parallel_tool_use: true };
  if (toolChoice.mode === "named") return { type: "tool", name: toolChoice.name, ...one };
  if (toolChoice.mode === "required") return { type: "any", ...one };
  if (json && (toolChoice.mode === "none" || tools.length === 0)) return { type: "tool", name: jsonAnswer, ...one };
  if (json) return { type: "any", ...one };
  return toolChoice.mode === "none" ? { type: "none" } : { type: "auto", ...one };
}
