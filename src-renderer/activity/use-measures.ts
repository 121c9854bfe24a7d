import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ActivityEntry } from "../../src-shared/activity";
import { useFigures } from "../ui/use-figures";

/** How a turn's times and speed are written. */
export function useMeasures() {
  const { t } = useTranslation();
  const { seconds, clock, rate } = useFigures();
  return useMemo(
    () => ({
      /** Milliseconds as seconds: two digits of what is short. */
      seconds: (ms: number) => seconds(ms, ms < 10_000 ? 2 : 1),
      /** `at` is milliseconds since 1970; today without its day. */
      clock,
      /** The figure alone, an estimate marked as one. */
      shortSpeed: ({ tokensPerSecond, estimated }: NonNullable<ActivityEntry["speed"]>) =>
        estimated ? t("activity.speed.short", { speed: rate(tokensPerSecond) }) : rate(tokensPerSecond),
      speed: ({ tokensPerSecond, estimated }: NonNullable<ActivityEntry["speed"]>) =>
        t(estimated ? "activity.speed.estimated" : "activity.speed.counted", { speed: rate(tokensPerSecond) }),
      speedHelp: ({ estimated }: NonNullable<ActivityEntry["speed"]>) =>
        t(estimated ? "activity.speed.estimatedHelp" : "activity.speed.countedHelp"),
    }),
    [t, seconds, clock, rate],
  );
}
