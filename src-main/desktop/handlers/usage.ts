import { toCsv, type UsageStore } from "../../storage/usage";
import type { HandlersOf } from "../ipc/ipc";
import type { Outside } from "./outside";

export function usageHandlers(usage: UsageStore, saveFile: Outside["saveFile"]): HandlersOf<"usage"> {
  return {
    "usage.list": () => usage.rows(),
    "usage.export": async () => ({ saved: await saveFile("brainstem-usage.csv", toCsv(usage.rows())) }),
  };
}
