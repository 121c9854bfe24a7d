import { useTranslation } from "react-i18next";
import type { BackendStatus } from "../../src-shared/backends";
import { Chip } from "../ui/chip";

const tones = { stopped: "quiet", starting: "warn", ready: "accent", error: "danger" } as const;

/** A backend's state in a word or two. */
export function BackendState({ state, reason }: Pick<BackendStatus, "state" | "reason">) {
  const { t } = useTranslation();
  return (
    <Chip tone={tones[state]}>
      {state === "error" && reason ? t("backends.state.errorWith", { reason }) : t(`backends.state.${state}`)}
    </Chip>
  );
}
