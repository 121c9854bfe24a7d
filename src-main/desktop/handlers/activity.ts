import type { Activity } from "../activity";
import type { HandlersOf } from "../ipc";

export function activityHandlers(activity: Activity): HandlersOf<"activity"> {
  return { "activity.list": () => activity.list() };
}
