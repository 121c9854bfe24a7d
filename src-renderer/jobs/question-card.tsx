import { ShieldQuestion } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Question } from "../../src-shared/jobs";
import { useSubmit } from "../form/use-submit";
import { isPressed } from "../shell/shortcuts";
import { useStores } from "../stores/use-stores";
import { Button } from "../ui/button";
import { Problem } from "../ui/problem";
import { useFigures } from "../ui/use-figures";
import { ToolInput } from "./tool-input";

interface Props {
  jobId: string;
  agent: string;
  question: Question;
  /** Whether it leads to its job. */
  opens?: boolean;
}

/** An agent asks whether it may: all of what it would do, and the two answers. */
export function QuestionCard({ jobId, agent, question, opens = false }: Props) {
  const id = useId();
  const { t } = useTranslation();
  const { jobs, openJob } = useStores();
  const { time } = useFigures();
  const { busy, error, submit } = useSubmit();
  const { tool, input, reason, expiresAt } = question;
  const [message, setMessage] = useState("");
  const answer = (allow: boolean) =>
    void submit(() => jobs.getState().confirm(jobId, question.id, allow, allow ? undefined : message.trim()));
  return (
    <section
      aria-labelledby={id}
      className="animate-rise rounded-2xl border border-warn-line bg-warn-wash px-4 py-3.5 shadow-card"
    >
      <h3 id={id} className="flex items-center gap-2 text-sm font-medium">
        <ShieldQuestion aria-hidden className="size-4 shrink-0 text-warn" />
        {t("jobs.question", { agent, tool })}
      </h3>
      {reason && <p className="mt-1 text-sm text-soft">{reason}</p>}
      <div className="mt-2.5">
        <ToolInput input={input} />
      </div>
      <input
        aria-label={t("jobs.denyMessage")}
        placeholder={t("jobs.denyMessage")}
        dir="auto"
        maxLength={2000}
        value={message}
        onChange={(event) => setMessage(event.target.value)}
        onKeyDown={(event) => {
          // Enter is the no that the words are for; without words it could be a slip.
          if (busy || message.trim() === "" || !isPressed("send", event.nativeEvent)) return;
          event.preventDefault();
          answer(false);
        }}
        className="mt-3 h-8 w-full rounded-lg border border-edge bg-canvas px-2.5 text-sm"
      />
      <div className="mt-2.5 flex flex-wrap items-center gap-2">
        <p className="min-w-40 flex-1 text-sm text-soft">{t("jobs.expires", { time: time(expiresAt) })}</p>
        {opens && (
          <Button tone="quiet" onClick={() => void openJob.getState().show(jobId)}>
            {t("jobs.open")}
          </Button>
        )}
        <Button disabled={busy} onClick={() => answer(false)}>
          {t("jobs.deny")}
        </Button>
        <Button tone="primary" disabled={busy} onClick={() => answer(true)}>
          {t("jobs.allow")}
        </Button>
      </div>
      <Problem className="mt-2">{error}</Problem>
    </section>
  );
}
