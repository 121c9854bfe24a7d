import { AudioLines } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CallTurn } from "../../src-shared/calls";

const flowing = "leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]";

/** An answer as it grows; once its caller tells what was heard of it, where they broke in. */
export function CallAnswer({ turn }: { turn: CallTurn }) {
  const { t } = useTranslation();
  const { reply, heard, state, calls, wordless, replaced, totalMs } = turn;
  if (wordless) return <Quiet text={t("activity.call.wordless")} />;
  if (reply === "") {
    if (totalMs === undefined)
      return <Quiet live text={t(`activity.call.${state === "queued" ? "waiting" : "thinking"}`)} />;
    if (replaced) return <Quiet text={t("activity.call.replaced")} />;
    return state === "done" && calls.length === 0 ? <Quiet text={t("activity.call.nothing")} /> : null;
  }
  if (replaced)
    return (
      <>
        <p dir="auto" className={`${flowing} text-faint`}>
          {reply}
        </p>
        <Quiet text={t("activity.call.replaced")} />
      </>
    );
  if (heard?.text !== undefined)
    return (
      <>
        <p dir="auto" className={flowing}>
          {reply}
        </p>
        <p dir="auto" className={`${flowing} border-l-2 border-line pl-3 text-soft`}>
          <span className="block text-xs text-faint">{t("activity.call.heardAs")}</span>
          {heard.text}
        </p>
      </>
    );
  const upTo = heard?.upTo ?? reply.length;
  return (
    <p dir="auto" className={flowing}>
      {reply.slice(0, upTo)}
      {upTo < reply.length && (
        <>
          <span className="mx-1.5 inline-flex items-center gap-1 rounded-md bg-warn-wash px-1.5 align-baseline text-xs font-medium whitespace-nowrap text-warn">
            <AudioLines aria-hidden className="size-3" />
            {t(upTo === 0 ? "activity.call.nothingHeard" : "activity.call.cut")}
          </span>
          <span className="sr-only">{t("activity.call.unheard")}</span>
          <s className="text-faint decoration-line">{reply.slice(upTo)}</s>
        </>
      )}
    </p>
  );
}

function Quiet({ text, live = false }: { text: string; live?: boolean }) {
  return (
    <p className="flex items-center gap-2 text-sm text-faint">
      {live && <span aria-hidden className="size-1.5 animate-breathe rounded-full bg-accent" />}
      {text}
    </p>
  );
}
