import { ArrowLeft } from "lucide-react";
import { Fragment, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Call } from "../../src-shared/calls";
import { callerName } from "../activity/activity-row";
import { useOpenCall, useStores } from "../stores/use-stores";
import { Button } from "../ui/button";
import { LatestButton } from "../ui/latest-button";
import { modelName } from "../ui/model-name";
import { useFollow } from "../ui/use-follow";
import { CallFigures } from "./call-figures";
import { CallTurnRow } from "./call-turn-row";
import { Folded } from "./folded";
import { LiveChip } from "./live-chip";

/** One call as a conversation, followed while it is spoken. Escape leads back. */
export function CallView() {
  const { t } = useTranslation();
  const { openCall } = useStores();
  const call = useOpenCall((state) => state.call);
  const phase = useOpenCall((state) => state.phase);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const leave = () => void openCall.getState().show(null);
  return (
    <section
      aria-label={t("activity.follow")}
      className="flex min-h-0 flex-1 flex-col"
      onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && leave()}
    >
      <div className="mx-auto flex w-full max-w-3xl flex-wrap items-center gap-x-3 gap-y-1 px-5 pb-2">
        <Button ref={back} tone="quiet" className="-ml-3" onClick={leave}>
          <ArrowLeft aria-hidden className="size-4" />
          {t("activity.call.back")}
        </Button>
        {call && <Heading call={call} />}
      </div>
      {call && <CallLog call={call} />}
      {!call && (
        <p role="status" className="py-16 text-center text-sm text-faint">
          {t(phase === "gone" ? "activity.call.gone" : "activity.loading")}
        </p>
      )}
    </section>
  );
}

function Heading({ call }: { call: Call }) {
  const { t } = useTranslation();
  return (
    <div className="min-w-0 flex-1 basis-64">
      <h2 className="flex items-center gap-2 text-sm font-medium">
        <span className="truncate">{callerName(call, t("activity.window"))}</span>
        {call.running && <LiveChip />}
      </h2>
      <p className="flex flex-wrap gap-x-3 text-xs text-soft">
        <span>{modelName(call.model)}</span>
        <CallFigures call={call} />
      </p>
    </div>
  );
}

/** The view follows what is said, unless the reader scrolled away. */
function CallLog({ call }: { call: Call }) {
  const { t } = useTranslation();
  const { scrollRef, contentRef, isAtBottom, toLatest } = useFollow();
  return (
    <div className="relative min-h-0 flex-1 border-t border-line">
      <div
        ref={scrollRef}
        role="log"
        aria-label={t("activity.call.log", { caller: callerName(call, t("activity.window")) })}
        aria-live="off"
        tabIndex={0}
        className="page-scroll h-full outline-offset-[-2px]"
      >
        <div ref={contentRef} className="mx-auto flex max-w-3xl flex-col gap-5 px-5 pt-4 pb-8">
          {call.system.length > 0 && <Folded name={t("activity.call.system")} text={call.system.join("\n\n")} />}
          {call.forgotten > 0 && (
            <p className="text-center text-xs text-faint">{t("activity.call.forgotten", { count: call.forgotten })}</p>
          )}
          {call.log.map((turn, index) => (
            <Fragment key={turn.id}>
              {/* A client that keeps a window of its history drops some with each turn: said once. */}
              {turn.dropped !== undefined && call.log[index - 1]?.dropped === undefined && (
                <p className="text-center text-xs text-faint">{t("activity.call.dropped")}</p>
              )}
              <CallTurnRow turn={turn} callerKind={call.callerKind} />
            </Fragment>
          ))}
        </div>
      </div>
      {!isAtBottom && <LatestButton label={t("activity.call.latest")} onClick={toLatest} />}
    </div>
  );
}
