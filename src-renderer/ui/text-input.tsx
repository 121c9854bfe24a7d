import type { ComponentProps } from "react";
import { classes } from "./classes";

/** A field for one line of no prose; `className` adds its width. */
export function TextInput({ className = "", ...props }: ComponentProps<"input">) {
  return (
    <input
      autoComplete="off"
      spellCheck={false}
      {...props}
      className={classes(
        "h-8 rounded-lg border border-edge bg-canvas px-2.5 text-sm aria-invalid:border-danger",
        className,
      )}
    />
  );
}
