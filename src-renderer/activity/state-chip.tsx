import { useTranslation } from "react-i18next";
import type { ActivityEntry } from "../../src-shared/activity";
import { classes } from "../ui/classes";

const looks = {
  queued: "bg-warn-wash text-warn",
  running: "bg-accent-wash text-accent-text",
  done: "bg-bubble text-soft",
  stopped: "bg-bubble text-soft",
  interrupted: "bg-warn-wash text-warn",
  failed: "bg-danger-wash text-danger",
};

/** A turn's state in a word. A client that hangs up interrupts; a person in the window stops. */
export function StateChip({ entry }: { entry: Pick<ActivityEntry, "state" | "callerKind"> }) {
  const { t } = useTranslation();
  const state = entry.state === "stopped" && entry.callerKind !== "window" ? "interrupted" : entry.state;
  return (
    <span
      className={classes(
        "inline-flex items-center gap-1.5 rounded-md px-2 py-0.5 text-xs font-medium whitespace-nowrap",
        looks[state],
      )}
    >
      {state === "running" && <span aria-hidden className="size-1.5 animate-breathe rounded-full bg-accent" />}
      {t(`activity.state.${state}`)}
    </span>
  );
}
