import { useTranslation } from "react-i18next";
import type { BackendStatus } from "../../src-shared/backends";
import { classes } from "../ui/classes";

const looks = {
  stopped: "bg-bubble text-soft",
  starting: "bg-warn-wash text-warn",
  ready: "bg-accent-wash text-accent-text",
  error: "bg-danger-wash text-danger",
};

/** A backend's state in a word or two. */
export function BackendState({ state, reason }: Pick<BackendStatus, "state" | "reason">) {
  const { t } = useTranslation();
  return (
    <span className={classes("rounded-md px-2 py-0.5 text-xs font-medium whitespace-nowrap", looks[state])}>
      {state === "error" && reason ? t("backends.state.errorWith", { reason }) : t(`backends.state.${state}`)}
    </span>
  );
}
