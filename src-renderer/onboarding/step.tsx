import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classes } from "../ui/classes";

interface Props {
  number: number;
  title: string;
  state: "waiting" | "now" | "looking" | "done";
  /** A few words beside the title, once it is done. */
  facts?: (string | undefined)[];
  children?: ReactNode;
}

const marks = {
  waiting: "border-line text-faint",
  now: "border-accent bg-accent text-on-accent",
  looking: "border-accent text-accent-text animate-breathe",
  done: "border-transparent bg-accent-wash text-accent-text",
};

/** One of the first steps: its number or a tick, and what to do while it is its turn. */
export function Step({ number, title, state, facts = [], children }: Props) {
  const { t } = useTranslation();
  return (
    <li aria-current={state === "now" ? "step" : undefined} className="flex gap-3.5 px-4 py-3.5">
      <span
        aria-hidden
        className={classes(
          "mt-px flex size-6 shrink-0 items-center justify-center rounded-full border text-xs font-semibold",
          marks[state],
        )}
      >
        {state === "done" ? <Check className="size-3.5" strokeWidth={2.5} /> : number}
      </span>
      <div className="min-w-0 flex-1">
        <h2 className={classes("pt-0.5 text-sm font-medium", state === "waiting" && "text-faint")}>
          {title}
          {state === "done" && <span className="sr-only">: {t("onboarding.stepDone")}</span>}
        </h2>
        {facts.some(Boolean) && (
          <p className="text-sm text-faint [overflow-wrap:anywhere]">{facts.filter(Boolean).join(" · ")}</p>
        )}
        {children}
      </div>
    </li>
  );
}
