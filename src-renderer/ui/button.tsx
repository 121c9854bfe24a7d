import type { ComponentProps } from "react";
import { classes } from "./classes";

const tones = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong border border-transparent",
  plain: "bg-card text-ink border border-line hover:bg-hover",
  danger: "bg-card text-danger border border-danger-line hover:bg-danger-wash",
  quiet: "text-soft border border-transparent hover:bg-hover hover:text-ink",
};

/** A button with words. */
export function Button({
  tone = "plain",
  className,
  ...rest
}: ComponentProps<"button"> & { tone?: keyof typeof tones }) {
  return (
    <button
      type="button"
      className={classes(
        "inline-flex h-8 shrink-0 items-center justify-center gap-1.5 rounded-lg px-3 text-sm font-medium whitespace-nowrap transition-colors disabled:opacity-50",
        tones[tone],
        className,
      )}
      {...rest}
    />
  );
}
