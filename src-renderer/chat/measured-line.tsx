import { useTranslation } from "react-i18next";
import type { ChatMessage } from "../../src-shared/conversation";
import { modelName } from "../ui/model-name";
import { useFigures } from "../ui/use-figures";

/** Model, time to the first word, length and cost, in small print; the rest as its tooltip. */
export function MeasuredLine({ measured }: { measured: NonNullable<ChatMessage["measured"]> }) {
  const { t } = useTranslation();
  const { number, roughly, seconds } = useFigures();
  const { model, promptTokens, cachedTokens, completionTokens, costUsd, firstTokenMs, thinkingMs, totalMs } = measured;
  const amount = costUsd ? roughly(costUsd) : undefined;
  const read = cachedTokens > 0 ? "readCached" : "read";
  const parts = [
    modelName(model),
    // A thought is no word yet.
    firstTokenMs !== undefined && t("chat.measured.firstToken", { seconds: seconds(firstTokenMs + (thinkingMs ?? 0)) }),
    t("chat.measured.tokens", { count: completionTokens }),
    amount && t("chat.measured.cost", { amount }),
  ];
  const more = [
    model,
    t("chat.measured.total", { seconds: seconds(totalMs) }),
    t(`chat.measured.${read}`, { tokens: number(promptTokens), cached: number(cachedTokens) }),
    amount && t("chat.measured.costHelp", { amount }),
  ];
  return (
    <p className="px-2 text-xs text-faint" title={more.filter(Boolean).join(" · ")}>
      {parts.filter(Boolean).join(" · ")}
    </p>
  );
}
