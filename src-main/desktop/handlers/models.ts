import type { Brain } from "../../brain/brain";
import type { HandlersOf } from "../ipc/ipc";

export function modelHandlers(brain: Pick<Brain, "models">): HandlersOf<"models"> {
  return { "models.list": () => brain.models() };
}
