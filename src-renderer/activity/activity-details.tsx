import { MessagesSquare } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ActivityEntry } from "../../src-shared/activity";
import { useStores } from "../stores/use-stores";
import { Button } from "../ui/button";
import { modelName } from "../ui/model-name";
import { useFigures } from "../ui/use-figures";
import { CopyCurl } from "./copy-curl";
import { TurnEnd } from "./turn-end";
import { useMeasures } from "./use-measures";
import { Words } from "./words";

/** What was asked and answered in a turn, how it went, and the ways on from it. */
export function ActivityDetails({ entry }: { entry: ActivityEntry }) {
  const { t } = useTranslation();
  const { number } = useFigures();
  const { openCall } = useStores();
  const { promptTokens, completionTokens, warm, backend, user, metadata, wordless, tools, model, route } = entry;
  const notKept = <span className="text-faint">{t("activity.wordless")}</span>;
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <dl className="grid gap-x-6 gap-y-3 max-sm:gap-y-1 sm:grid-cols-[7rem_1fr]">
        <Detail name={t("activity.prompt")}>{wordless ? notKept : <Words text={entry.promptText} />}</Detail>
        <Detail name={t("activity.reply")}>
          {entry.replyText ? <Words text={entry.replyText} live={entry.state === "running"} /> : wordless && notKept}
          {!entry.replyText && !wordless && <span className="text-faint">{t("activity.noReply")}</span>}
        </Detail>
        {tools.length > 0 && (
          <Detail name={t("activity.tools")}>
            <span className="font-mono text-xs">{tools.join(", ")}</span>
          </Detail>
        )}
        {entry.totalMs !== undefined && (
          <Detail name={t("activity.ending")}>
            <TurnEnd turn={entry} />
          </Detail>
        )}
        <Timing entry={entry} />
        {promptTokens !== undefined && completionTokens !== undefined && (
          <Detail name={t("activity.column.tokens")}>
            {t("activity.tokensInOut", { input: number(promptTokens), output: number(completionTokens) })}
          </Detail>
        )}
        {warm && <Detail name={t("activity.process")}>{t(`activity.warm.${warm}`)}</Detail>}
        {backend && <Detail name={t("activity.backend")}>{`${backend} · ${modelName(model)}`}</Detail>}
        {route && (
          <Detail name={t("activity.askedAt")}>
            <span className="font-mono text-xs">/v1/{route}</span>
          </Detail>
        )}
        {entry.spokenBy && <Detail name={t("activity.spokenBy")}>{entry.spokenBy}</Detail>}
        {entry.session && <Detail name={t("activity.sessionName")}>{entry.session}</Detail>}
        {user && <Detail name={t("activity.user")}>{user}</Detail>}
        {metadata && (
          <Detail name={t("activity.metadata")}>
            <Words text={metadata} />
          </Detail>
        )}
      </dl>
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => void openCall.getState().show(entry.callId)}>
          <MessagesSquare aria-hidden className="size-4" />
          {t("activity.follow")}
        </Button>
        {entry.callerKind !== "window" && !wordless && <CopyCurl entry={entry} />}
      </div>
    </div>
  );
}

function Timing({ entry }: { entry: ActivityEntry }) {
  const { t } = useTranslation();
  const measures = useMeasures();
  const { firstTokenMs, totalMs, speed } = entry;
  const parts = [
    firstTokenMs !== undefined && t("activity.timings.firstToken", { seconds: measures.seconds(firstTokenMs) }),
    speed && `${measures.speed(speed)} (${measures.speedHelp(speed)})`,
    totalMs !== undefined && t("activity.timings.total", { seconds: measures.seconds(totalMs) }),
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return <Detail name={t("activity.timing")}>{parts.join(" · ")}</Detail>;
}

function Detail({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="pt-1 text-xs font-medium text-soft">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
