import { ArrowUp, Square } from "lucide-react";
import { useTranslation } from "react-i18next";

interface Props {
  streaming: boolean;
  disabled: boolean;
  onSend: () => void;
  onStop: () => void;
}

/**
 * Send and Stop are one button in one place. It is never really disabled, which would cost it the focus between the
 * two; what cannot be sent is not sent.
 */
export function SendButton({ streaming, disabled, onSend, onStop }: Props) {
  const { t } = useTranslation();
  const Icon = streaming ? Square : ArrowUp;
  return (
    <button
      type="button"
      aria-label={t(streaming ? "composer.stop" : "composer.send")}
      title={streaming ? `${t("composer.stop")} (Esc)` : t("composer.send")}
      aria-disabled={!streaming && disabled}
      onClick={streaming ? onStop : onSend}
      className="flex size-9 shrink-0 items-center justify-center rounded-full bg-accent text-on-accent transition-colors hover:bg-accent-strong aria-disabled:bg-press aria-disabled:text-faint"
    >
      <Icon aria-hidden className={streaming ? "size-3.5 fill-current" : "size-4.5"} strokeWidth={2.25} />
    </button>
  );
}
