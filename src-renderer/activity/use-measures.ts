import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ActivityEntry } from "../../src-shared/activity";

/** How a turn's times and speed are written. */
export function useMeasures() {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => {
    const digits = (minimumFractionDigits: number) =>
      new Intl.NumberFormat(language, { minimumFractionDigits, maximumFractionDigits: minimumFractionDigits });
    const [none, one, two] = [digits(0), digits(1), digits(2)];
    const clock = { hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;
    const short = new Intl.DateTimeFormat(language, clock);
    const long = new Intl.DateTimeFormat(language, { month: "short", day: "numeric", ...clock });
    const figure = (speed: number) => (speed < 10 ? one : none).format(speed);
    return {
      /** Milliseconds as seconds: two digits of what is short. */
      seconds: (ms: number) => (ms < 10_000 ? two : one).format(ms / 1000),
      /** `at` is milliseconds since 1970; today without its day. */
      clock: (at: number) => (new Date(at).toDateString() === new Date().toDateString() ? short : long).format(at),
      /** The figure alone, an estimate marked as one. */
      shortSpeed: ({ tokensPerSecond, estimated }: NonNullable<ActivityEntry["speed"]>) =>
        estimated ? t("activity.speed.short", { speed: figure(tokensPerSecond) }) : figure(tokensPerSecond),
      speed: ({ tokensPerSecond, estimated }: NonNullable<ActivityEntry["speed"]>) =>
        t(estimated ? "activity.speed.estimated" : "activity.speed.counted", { speed: figure(tokensPerSecond) }),
      speedHelp: ({ estimated }: NonNullable<ActivityEntry["speed"]>) =>
        t(estimated ? "activity.speed.estimatedHelp" : "activity.speed.countedHelp"),
    };
  }, [t, language]);
}
