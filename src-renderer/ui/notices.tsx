import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Notice } from "../stores/notices";
import { useNotices } from "../stores/use-stores";
import { Button } from "./button";
import { classes } from "./classes";
import { IconButton } from "./icon-button";

/** The notices at the head of the window, read out politely. */
export function Notices() {
  const { t } = useTranslation();
  const notices = useNotices((state) => state.notices);
  return (
    <section
      aria-label={t("shell.notices")}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 top-3 z-50 flex flex-col items-center gap-2 px-4"
    >
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

/** Goes by itself after a while, but not under the pointer or the focus. */
function NoticeCard({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const dismiss = useNotices((state) => state.dismiss);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = window.setTimeout(() => dismiss(notice.id), notice.action ? 10_000 : 6_000);
    return () => window.clearTimeout(timer);
  }, [held, notice, dismiss]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is only kept on screen while somebody is at it.
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={classes(
        "pointer-events-auto flex max-w-md animate-rise items-center gap-3 rounded-xl border bg-card py-1.5 pr-1.5 pl-4 text-sm shadow-pop",
        notice.tone === "danger" ? "border-danger-line text-danger" : "border-line text-ink",
      )}
    >
      <span className="line-clamp-3 flex-1">{notice.text}</span>
      {notice.action && (
        <Button
          onClick={() => {
            notice.action?.run();
            dismiss(notice.id);
          }}
        >
          {notice.action.label}
        </Button>
      )}
      <IconButton icon={X} label={t("shell.dismiss")} onClick={() => dismiss(notice.id)} />
    </div>
  );
}
