import { Agent } from "../../src-shared/agents";
import { linesOf } from "../form/lines";

/** An agent as its form holds it: lists and numbers are text while they are written. */
export interface AgentDraft extends Omit<Agent, "tools" | "folders" | "budgetUsd"> {
  tools: string;
  folders: string;
  budgetUsd: string;
}

/** What the form begins with; a new agent has every default but a name. */
export function draftOf(agent: Agent | undefined): AgentDraft {
  const known = agent ?? { ...Agent.parse({ name: "new" }), name: "" };
  return {
    ...known,
    tools: known.tools.join("\n"),
    folders: known.folders.join("\n"),
    budgetUsd: String(known.budgetUsd),
  };
}

/** What the schema is to look at. */
export function enteredAgent({ tools, folders, budgetUsd, ...rest }: AgentDraft): object {
  return {
    ...rest,
    name: rest.name.trim(),
    model: rest.model.trim(),
    workspace: rest.workspace.trim(),
    tools: linesOf(tools),
    folders: linesOf(folders),
    budgetUsd: budgetUsd.trim() === "" ? Number.NaN : Number(budgetUsd),
  };
}
