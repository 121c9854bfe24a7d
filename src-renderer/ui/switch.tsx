import { Switch as Base } from "radix-ui";
import type { ComponentProps } from "react";
import { classes } from "./classes";

/** An on/off switch; give it a name with `aria-label` or `aria-labelledby`. */
export function Switch({ className, ...rest }: ComponentProps<typeof Base.Root>) {
  return (
    <Base.Root
      className={classes(
        "group relative h-[1.375rem] w-[2.375rem] shrink-0 rounded-full border border-edge bg-press transition-colors data-[state=checked]:border-accent data-[state=checked]:bg-accent disabled:opacity-50",
        className,
      )}
      {...rest}
    >
      <Base.Thumb className="block size-4 translate-x-[0.125rem] rounded-full bg-card shadow-card transition-transform data-[state=checked]:translate-x-[1.125rem] data-[state=checked]:bg-on-accent" />
    </Base.Root>
  );
}
