import { CalendarDays, Code, Lightbulb, PenLine } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { messageFieldId } from "../shell/use-go";
import { noDraft } from "../stores/drafts";
import { useStores } from "../stores/use-stores";
import { EndpointCard } from "./endpoint-card";

const starters = [
  { name: "plan", icon: CalendarDays },
  { name: "explain", icon: Lightbulb },
  { name: "write", icon: PenLine },
  { name: "build", icon: Code },
] as const;

const partOfDay = (hour: number) => {
  if (hour < 5) return "night";
  if (hour < 12) return "morning";
  return hour < 18 ? "day" : "evening";
};

/** A new chat: a greeting, a few ways to begin, and the endpoint's address; `lead` stands above. */
export function Welcome({ lead }: { lead?: ReactNode }) {
  const { t } = useTranslation();
  const { drafts } = useStores();
  const begin = (text: string) => {
    drafts.getState().put("new", { ...(drafts.getState().byChat["new"] ?? noDraft), text });
    const field = document.getElementById(messageFieldId);
    field?.focus();
    requestAnimationFrame(
      () => field instanceof HTMLTextAreaElement && field.setSelectionRange(text.length, text.length),
    );
  };
  return (
    <div className="page-scroll min-h-0 flex-1 px-1">
      <div className="mx-auto flex min-h-full max-w-3xl animate-rise flex-col justify-center gap-8 py-6">
        {lead}
        <p className="text-2xl font-medium tracking-tight text-balance">
          {t(`welcome.greeting.${partOfDay(new Date().getHours())}`)}{" "}
          <span className="text-faint">{t("welcome.line")}</span>
        </p>
        <ul aria-label={t("welcome.starters")} className="grid gap-2 sm:grid-cols-2">
          {starters.map(({ name, icon: Icon }) => (
            <li key={name}>
              <button
                type="button"
                onClick={() => begin(t(`welcome.starter.${name}.text`))}
                className="flex h-full w-full items-start gap-3 rounded-xl border border-line bg-card px-4 py-3 text-left transition-colors hover:border-edge"
              >
                <Icon aria-hidden className="mt-0.5 size-4.5 shrink-0 text-accent" strokeWidth={1.75} />
                <span className="min-w-0">
                  <span className="block text-sm font-medium">{t(`welcome.starter.${name}.title`)}</span>
                  <span className="mt-0.5 line-clamp-2 text-sm text-faint">{t(`welcome.starter.${name}.text`)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
        <EndpointCard />
      </div>
    </div>
  );
}
