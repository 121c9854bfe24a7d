import failures from "../locales/en/failures.json";

export type FailureCode = keyof typeof failures.what;
/** Why something did not work, where there are words for it in each language. */
export type FailureCause = keyof typeof failures.why;

/** The words that stand in a failure's sentence. */
type Values = Readonly<Record<string, string | number>>;

/** What did not work: a code to be said in the person's language, and as the message an English sentence. */
export class Failure extends Error {
  override readonly name = "Failure";
  /** Says `values.why` in other languages, and in English where that is absent. */
  readonly why: FailureCause | undefined;
  constructor(
    readonly code: FailureCode,
    readonly values: Values = {},
    { why, cause }: { why?: FailureCause | undefined; cause?: unknown } = {},
  ) {
    super(english(failures.what[code], why ? { why: failures.why[why], ...values } : values), { cause });
    this.why = why;
  }
}

function english(text: string, values: Values): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ""));
}
