import type { BrainStatus } from "../../../src-shared/brain-status";
import type { Texts } from "./texts";

/** Why the brain is in the `error` state, a short phrase. In English it is the brain's own, which knows the details. */
export function reasonOf(status: BrainStatus, { t, language }: Pick<Texts, "t" | "language">): string | undefined {
  if (status.state !== "error") return undefined;
  return status.code && language() !== "en" ? t(`desktop.reason.${status.code}`) : status.reason;
}

/** What a person can do about it; a command stands in backticks. */
export function helpOf(status: BrainStatus, { t, language }: Pick<Texts, "t" | "language">): string | undefined {
  return status.code && language() !== "en" ? t(`desktop.help.${status.code}`) : status.help;
}
