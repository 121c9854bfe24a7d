import type { LucideIcon } from "lucide-react";
import { Tooltip } from "radix-ui";
import type { ComponentProps } from "react";
import { classes } from "./classes";

interface Props extends ComponentProps<"button"> {
  icon: LucideIcon;
  /** Its accessible name, and the tooltip. */
  label: string;
  /** Keys that do the same, shown in the tooltip. */
  keys?: string;
}

/** A button that is an icon; its name shows as a tooltip. */
export function IconButton({ icon: Icon, label, keys, className, ...rest }: Props) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <button
          type="button"
          aria-label={label}
          className={classes(
            "inline-flex size-8 shrink-0 items-center justify-center rounded-lg text-soft transition-colors hover:bg-hover hover:text-ink disabled:opacity-40",
            className,
          )}
          {...rest}
        >
          <Icon aria-hidden className="size-4" strokeWidth={1.75} />
        </button>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex animate-rise items-center gap-2 rounded-md bg-ink px-2 py-1 text-xs text-canvas shadow-pop"
        >
          {label}
          {keys && <kbd className="font-sans opacity-70">{keys}</kbd>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
