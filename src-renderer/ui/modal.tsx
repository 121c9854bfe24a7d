import { type ReactNode, useEffect, useRef } from "react";
import { classes } from "./classes";

/**
 * The browser's own modal dialog: it keeps the focus inside and closes on Escape or a click beside it. `className` adds
 * its width.
 */
export function Modal(props: { label: string; onClose: () => void; className?: string; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    if (shown && !shown.open) shown.showModal();
    // The browser takes the first thing that can have the focus, even one that Tab passes by.
    shown?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={props.label}
      className={classes(
        "max-w-[92vw] animate-rise rounded-2xl border border-line bg-card text-ink shadow-pop",
        props.className,
      )}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      onClick={(event) => event.target === dialog.current && props.onClose()}
      onKeyDown={(event) => event.key === "Escape" && event.stopPropagation()}
    >
      {props.children}
    </dialog>
  );
}
