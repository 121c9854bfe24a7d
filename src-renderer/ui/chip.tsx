import { classes } from "./classes";

const tones = {
  quiet: "bg-bubble text-soft",
  accent: "bg-accent-wash text-accent-text",
  warn: "bg-warn-wash text-warn",
  danger: "bg-danger-wash text-danger",
};

type ChipTone = keyof typeof tones;

/** A state in a word or two; `live`: something happens right now. */
export function Chip({ tone, live = false, children }: { tone: ChipTone; live?: boolean; children: string }) {
  return (
    <span
      className={classes(
        "inline-flex shrink-0 items-center gap-1.5 rounded-md px-2 py-0.5 text-xs font-medium whitespace-nowrap",
        tones[tone],
      )}
    >
      {live && <span aria-hidden className="size-1.5 animate-breathe rounded-full bg-accent" />}
      {children}
    </span>
  );
}
