import { CornerDownLeft, Wrench } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { ActivityEntry } from "../../src-shared/activity";
import type { CallTurn, Said } from "../../src-shared/calls";
import { CallAnswer } from "./call-answer";
import { CallMeasures } from "./call-measures";
import { Folded } from "./folded";

interface Props {
  turn: CallTurn;
  callerKind: ActivityEntry["callerKind"];
}

/** One turn: what came in, what was answered, and how it went. */
export const CallTurnRow = memo(function CallTurnRow({ turn, callerKind }: Props) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-3">
      {turn.said.map((said, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was said never changes its place.
        <SaidRow key={index} said={said} />
      ))}
      <div className="flex min-w-0 flex-col gap-2">
        <h3 className="sr-only">{t("activity.call.bot")}</h3>
        <CallAnswer turn={turn} />
        {turn.calls.map((call, index) => (
          <Folded
            // biome-ignore lint/suspicious/noArrayIndexKey: calls never change their places.
            key={index}
            icon={Wrench}
            name={t("activity.call.calls", { tool: call.name })}
            text={call.arguments}
          />
        ))}
        <CallMeasures turn={turn} callerKind={callerKind} />
      </div>
    </div>
  );
});

function SaidRow({ said }: { said: Said }) {
  const { t } = useTranslation();
  const { role, name, text } = said;
  if (role === "tool") {
    const title = name ? t("activity.call.resultOf", { tool: name }) : t("activity.call.result");
    return <Folded icon={CornerDownLeft} name={title} text={text} />;
  }
  if (role === "assistant")
    return (
      <div dir="auto" className="border-l-2 border-line pl-3 text-soft whitespace-pre-wrap [overflow-wrap:anywhere]">
        <span className="block text-xs text-faint">{t("activity.call.byClient")}</span>
        {text}
      </div>
    );
  return (
    <div className="flex flex-col items-end">
      <h3 className="sr-only">{t("activity.call.person")}</h3>
      <div
        dir="auto"
        className="max-w-[85%] min-w-0 rounded-2xl rounded-br-md bg-bubble px-4 py-2 leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]"
      >
        {text}
      </div>
    </div>
  );
}
