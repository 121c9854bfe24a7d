import { useTranslation } from "react-i18next";
import type { ActivityEntry } from "../../src-shared/activity";
import { Chip } from "../ui/chip";

const tones = {
  queued: "warn",
  running: "accent",
  done: "quiet",
  stopped: "quiet",
  interrupted: "warn",
  failed: "danger",
} as const;

/** A turn's state in a word. A client that hangs up interrupts; a person in the window stops. */
export function StateChip({ entry }: { entry: Pick<ActivityEntry, "state" | "callerKind"> }) {
  const { t } = useTranslation();
  const state = entry.state === "stopped" && entry.callerKind !== "window" ? "interrupted" : entry.state;
  return (
    <Chip tone={tones[state]} live={state === "running"}>
      {t(`activity.state.${state}`)}
    </Chip>
  );
}
