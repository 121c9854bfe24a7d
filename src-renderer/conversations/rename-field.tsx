import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

/** The title as a field. Enter or leaving it keeps the title, Escape does not (undefined). */
export function RenameField({ title, onDone }: { title: string; onDone: (title: string | undefined) => void }) {
  const { t } = useTranslation();
  const [value, setValue] = useState(title);
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => field.current?.select(), []);

  const end = (next: string | undefined) => {
    if (done.current) return;
    done.current = true;
    const trimmed = next?.trim();
    onDone(trimmed && trimmed !== title ? trimmed : undefined);
  };
  return (
    <input
      ref={field}
      aria-label={t("conversations.title")}
      maxLength={200}
      value={value}
      onChange={(event) => setValue(event.target.value)}
      onBlur={() => end(value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") end(value);
        if (event.key !== "Escape") return;
        event.preventDefault();
        end(undefined);
      }}
      className="h-8.5 w-full rounded-lg border border-accent bg-card px-3 text-sm"
    />
  );
}
