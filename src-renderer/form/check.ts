import type { TFunction } from "i18next";
import type { z } from "zod";

import { ownWords } from "./own-words";

/** What is wrong with a form's fields, in sentences, by the field's name. */
export type Problems = Readonly<Record<string, string>>;

type Issue = z.core.$ZodIssue;
type Checked<T> = { data: T; problems?: undefined } | { data?: undefined; problems: Problems };

/** Parses what was entered, or says for each field what is wrong with it. */
export function check<T>(schema: z.ZodType<T>, entered: object, t: TFunction): Checked<T> {
  const parsed = schema.safeParse(entered);
  if (parsed.success) return { data: parsed.data };
  const problems: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const [field = "", index] = issue.path;
    const list = (entered as Record<PropertyKey, unknown>)[field];
    const item =
      Array.isArray(list) && typeof index === "number" ? t("form.quoted", { text: String(list[index]) }) : t("form.it");
    problems[String(field)] ??= t("form.problem", { item, problem: words(issue, t) });
  }
  return { problems };
}

function words(issue: Issue, t: TFunction): string {
  switch (issue.code) {
    case "invalid_union": {
      const inner = issue.errors[0]?.[0];
      return inner ? words(inner, t) : ownWords(issue.message, t);
    }
    case "too_small":
      if (issue.origin === "string") return t("form.missing");
      return t(issue.inclusive ? "form.atLeast" : "form.moreThan", { min: issue.minimum });
    case "too_big":
      if (issue.origin === "string") return t("form.tooLong", { max: issue.maximum });
      return t(issue.origin === "array" ? "form.tooMany" : "form.atMost", { max: issue.maximum });
    case "invalid_type":
      return t("form.number");
    case "invalid_format":
      return issue.format === "url" ? t("form.address") : ownWords(issue.message, t);
    default:
      return ownWords(issue.message, t);
  }
}
