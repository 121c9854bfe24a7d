import { z } from "zod";
import type { Tool, ToolChoice } from "../../brain/turn";
import { badRequest } from "../errors";

export const ToolName = z.string().regex(/^[\w-]{1,64}$/, "must be 1 to 64 letters, digits, underscores or dashes");

interface AskedTool {
  name: string;
  description?: string | null | undefined;
  parameters?: Record<string, unknown> | null | undefined;
}

/** The tools in the brain's words. Throws a 400 where two have one name; `param` names the field of the i-th name. */
export function toTools(asked: AskedTool[], param: (i: number) => string): Tool[] {
  const names = new Set<string>();
  return asked.map(({ name, description, parameters }, i) => {
    if (names.has(name)) throw badRequest(`${param(i)}: another tool has the same name`, param(i));
    names.add(name);
    return { name, description: description ?? "", parameters: parameters ?? { type: "object", properties: {} } };
  });
}

/** Throws a 400 for a choice that the tools leave no way to follow. */
export function checkChoice(choice: ToolChoice, tools: Tool[]): ToolChoice {
  const refused = (what: string) => badRequest(`tool_choice: ${what}`, "tool_choice");
  if (choice.mode === "required" && tools.length === 0) throw refused("a call is required but no tools were sent");
  if (choice.mode !== "named" || tools.some(({ name }) => name === choice.name)) return choice;
  throw refused("names a function that is not among the tools");
}
