import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MarkdownLater } from "../markdown/markdown-later";

interface Props {
  text: string;
  /** It lasts: no word of the answer has come. */
  active: boolean;
  /** How long it took, in milliseconds, where that is known. */
  tookMs: number | undefined;
}

/** The thinking: three breathing dots while it lasts, its words on demand. */
export function Thinking({ text, active, tookMs }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const done = tookMs === undefined ? t("chat.thought") : t("chat.thoughtFor", { seconds: (tookMs / 1000).toFixed(1) });
  const label = active ? (
    <>
      <span aria-hidden className="flex items-center gap-1">
        <span className="size-1.5 animate-breathe rounded-full bg-accent" />
        <span className="size-1.5 animate-breathe rounded-full bg-accent [animation-delay:180ms]" />
        <span className="size-1.5 animate-breathe rounded-full bg-accent [animation-delay:360ms]" />
      </span>
      {t("chat.thinking")}
    </>
  ) : (
    done
  );
  const chip =
    "inline-flex w-fit items-center gap-2.5 rounded-2xl rounded-bl-md px-3.5 py-2 text-sm text-soft transition-colors";
  if (!text) return <div className={`${chip} animate-rise bg-bubble`}>{label}</div>;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)} className="group/thinking">
      <summary className={`${chip} ${active ? "bg-bubble" : "-ml-2 px-2! py-1! hover:bg-hover"}`}>
        {label}
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open/thinking:rotate-90" />
      </summary>
      {open && (
        <div className="mt-1 mb-2 border-l-2 border-line pl-4 text-sm text-soft">
          <MarkdownLater text={text} growing={active} />
        </div>
      )}
    </details>
  );
}
