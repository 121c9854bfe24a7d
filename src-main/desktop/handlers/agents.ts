import type { Agents } from "../../agents/agents";
import type { HandlersOf } from "../ipc/ipc";

export function agentHandlers(agents: Agents): HandlersOf<"agents"> {
  return {
    "agents.list": () => agents.list(),
    "agents.save": ({ agent, was }) => agents.save(agent, was),
    "agents.remove": ({ name }) => agents.remove(name),
  };
}
