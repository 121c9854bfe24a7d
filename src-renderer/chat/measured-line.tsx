import { useTranslation } from "react-i18next";
import type { ChatMessage } from "../../src-shared/conversation";
import { modelName } from "../ui/model-name";
import { useFigures } from "../ui/use-figures";

/** Model, time to the first word and length, in small print. */
export function MeasuredLine({ measured }: { measured: NonNullable<ChatMessage["measured"]> }) {
  const { t } = useTranslation();
  const { seconds } = useFigures();
  const parts = [
    modelName(measured.model),
    measured.firstTokenMs !== undefined && t("chat.measured.firstToken", { seconds: seconds(measured.firstTokenMs) }),
    t("chat.measured.tokens", { count: measured.completionTokens }),
  ];
  return (
    <p
      className="px-2 text-xs text-faint"
      title={`${measured.model} · ${t("chat.measured.total", { seconds: seconds(measured.totalMs) })}`}
    >
      {parts.filter(Boolean).join(" · ")}
    </p>
  );
}
