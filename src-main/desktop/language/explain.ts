import { BrainError } from "../../brain/turn";
import { Failure } from "../../failure";
import { JobRefusal } from "../../jobs/refusal";
import type { Texts } from "./texts";

/** What was thrown, as a sentence in the person's language. In English it is as it came, which says the most. */
export function explain(thrown: unknown, { t, language }: Pick<Texts, "t" | "language">): string {
  if (language() !== "en") {
    if (thrown instanceof Failure) {
      const { code, values, why } = thrown;
      return t(`failures.what.${code}`, why ? { ...values, why: t(`failures.why.${why}`) } : values);
    }
    if (thrown instanceof JobRefusal) return t(`failures.job.${thrown.reason}`);
    if (thrown instanceof BrainError) return t(`errors.turn.${thrown.kind}`);
  }
  return thrown instanceof Error ? thrown.message : String(thrown);
}
