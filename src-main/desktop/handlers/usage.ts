import type { UsageStore } from "../../storage/usage";
import type { HandlersOf } from "../ipc";

/** @param saveCsv asks where, and writes; resolves to whether it was saved. */
export function usageHandlers(usage: UsageStore, saveCsv: () => Promise<boolean>): HandlersOf<"usage"> {
  return {
    "usage.list": () => usage.rows(),
    "usage.export": async () => ({ saved: await saveCsv() }),
  };
}
