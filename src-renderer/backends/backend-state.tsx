import { useTranslation } from "react-i18next";
import type { BackendStatus } from "../../src-shared/backends";
import { Chip } from "../ui/chip";

const tones = { stopped: "quiet", starting: "warn", ready: "accent", error: "danger" } as const;

/** A backend's state in a word or two. */
export function BackendState({ state, reason, code }: Pick<BackendStatus, "state" | "reason" | "code">) {
  const { t, i18n } = useTranslation();
  const why = code && i18n.language !== "en" ? t(`backends.trouble.${code}`) : reason;
  return (
    <Chip tone={tones[state]}>
      {state === "error" && why ? t("backends.state.errorWith", { reason: why }) : t(`backends.state.${state}`)}
    </Chip>
  );
}
