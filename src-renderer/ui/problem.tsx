import type { ComponentProps } from "react";
import { classes } from "./classes";

/** What went wrong, in words, read out as it appears; nothing while all is well. */
export function Problem({ className, children, ...rest }: ComponentProps<"p">) {
  if (!children) return null;
  return (
    <p {...rest} role="alert" className={classes("text-sm text-danger", className)}>
      {children}
    </p>
  );
}
