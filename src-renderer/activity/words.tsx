import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../ui/copy-button";

/** A text of any length in a bounded space. `live`: it grows, and its end is what is looked at. */
export function Words({ text, live = false }: { text: string; live?: boolean }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (live && box.current && !box.current.matches(":hover, :focus"))
      box.current.scrollTop = text.length + box.current.scrollHeight;
  }, [text, live]);
  return (
    <div className="flex items-start gap-1">
      <div
        ref={box}
        dir="auto"
        tabIndex={0}
        className="max-h-48 min-w-0 flex-1 overflow-y-auto whitespace-pre-wrap [overflow-wrap:anywhere]"
      >
        {text}
      </div>
      <CopyButton label={t("shell.copy")} what={text} className="-mt-1" />
    </div>
  );
}
