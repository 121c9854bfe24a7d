import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ActivityEntry } from "../../src-shared/activity";
import { useErrorWords } from "../i18n/use-error-words";
import { CopyButton } from "../ui/copy-button";
import { useFigures } from "../ui/use-figures";
import { CopyCurl } from "./copy-curl";

/** What was asked and answered in a turn, and by which process. */
export function ActivityDetails({ entry }: { entry: ActivityEntry }) {
  const { t } = useTranslation();
  const { number } = useFigures();
  const said = useErrorWords();
  const { promptTokens, completionTokens, warm, error, backend, user, metadata, wordless } = entry;
  return (
    <dl className="grid max-w-3xl gap-x-6 gap-y-3 sm:grid-cols-[7rem_1fr]">
      <Detail name={t("activity.prompt")}>
        {wordless ? <span className="text-faint">{t("activity.wordless")}</span> : <Words text={entry.promptText} />}
      </Detail>
      <Detail name={t("activity.reply")}>
        {error && <p className="mb-1 text-danger">{said(entry)}</p>}
        {entry.replyText ? (
          <Words text={entry.replyText} />
        ) : (
          <span className="text-faint">{t(wordless ? "activity.wordless" : "activity.noReply")}</span>
        )}
      </Detail>
      {promptTokens !== undefined && completionTokens !== undefined && (
        <Detail name={t("activity.column.tokens")}>
          {t("activity.tokensInOut", { input: number(promptTokens), output: number(completionTokens) })}
        </Detail>
      )}
      {warm && <Detail name={t("activity.process")}>{t(`activity.warm.${warm}`)}</Detail>}
      {backend && <Detail name={t("activity.backend")}>{backend}</Detail>}
      {user && <Detail name={t("activity.user")}>{user}</Detail>}
      {metadata && (
        <Detail name={t("activity.metadata")}>
          <Words text={metadata} />
        </Detail>
      )}
      {entry.callerKind === "http" && !wordless && (
        <Detail name={t("activity.again")}>
          <CopyCurl entry={entry} />
        </Detail>
      )}
    </dl>
  );
}

function Detail({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="pt-1 text-xs font-medium text-soft">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

function Words({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <div className="flex items-start gap-1">
      <div
        dir="auto"
        tabIndex={0}
        className="max-h-48 min-w-0 flex-1 overflow-y-auto whitespace-pre-wrap [overflow-wrap:anywhere]"
      >
        {text}
      </div>
      <CopyButton label={t("shell.copy")} what={text} className="-mt-1" />
    </div>
  );
}
