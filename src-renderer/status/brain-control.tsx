import { Network } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useBrain, useStores } from "../stores/use-stores";
import { classes } from "../ui/classes";
import { Switch } from "../ui/switch";

const dots = {
  stopped: "bg-edge",
  starting: "bg-warn animate-breathe",
  ready: "bg-accent",
  busy: "bg-accent animate-breathe",
  error: "bg-danger",
};

/** The brain's state in words and its switch. */
export function BrainControl({ compact = false }: { compact?: boolean }) {
  const { t, i18n } = useTranslation();
  const { brain, notices } = useStores();
  const status = useBrain((state) => state.status);
  const reason = status.code && i18n.language !== "en" ? t(`brain.title.${status.code}`) : status.reason;
  const turn = (on: boolean) => {
    const { start, stop } = brain.getState();
    (on ? start() : stop()).catch((thrown: unknown) => notices.getState().fail(thrown));
  };
  return (
    <div
      className={classes(
        "flex items-center gap-2.5",
        compact ? "pr-1" : "rounded-xl border border-line bg-card px-3 py-2.5",
      )}
    >
      <span aria-hidden className={classes("size-2 shrink-0 rounded-full", dots[status.state])} />
      <div className={classes("min-w-0 text-sm leading-tight", !compact && "flex-1")}>
        <div className="flex items-center gap-1.5">
          {!compact && <span className="font-medium">{t("brain.switch")}</span>}
          {status.lan && status.lan.length > 0 && (
            <span title={t("lan.sign")} className="text-warn">
              <Network aria-hidden className="size-3.5" />
              <span className="sr-only">{t("lan.sign")}</span>
            </span>
          )}
          {status.demo && (
            <span title={t("brain.demoHint")} className="rounded-md bg-warn-wash px-1.5 py-px text-xs text-warn">
              {t("brain.demo")}
            </span>
          )}
        </div>
        <div role="status" className="truncate text-xs text-soft">
          {t(`brain.state.${status.state}`)}
          {reason && <span className="sr-only">: {reason}</span>}
        </div>
      </div>
      <Switch aria-label={t("brain.switch")} checked={status.state !== "stopped"} onCheckedChange={turn} />
    </div>
  );
}
