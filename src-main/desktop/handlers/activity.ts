import { Failure } from "../../failure";
import type { Activity } from "../activity/activity";
import { curlOf } from "../activity/curl";
import type { HandlersOf } from "../ipc/ipc";

/** @param baseUrl where the endpoint listens, or would. */
export function activityHandlers(
  activity: Activity,
  copy: (text: string) => Promise<void>,
  baseUrl: () => string,
  key: () => string,
): HandlersOf<"activity" | "calls"> {
  return {
    "activity.list": () => activity.list(),
    "calls.list": () => activity.calls.list(),
    "calls.open": ({ id }) => activity.calls.open(id) ?? null,
    "calls.close": () => activity.calls.close(),
    "activity.copyCurl": ({ id }) => {
      const entry = activity.list().find((one) => one.id === id);
      if (!entry) throw new Failure("turn_gone");
      return copy(curlOf(entry, { address: baseUrl(), key: key() }));
    },
  };
}
