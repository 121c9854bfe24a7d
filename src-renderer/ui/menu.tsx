import type { LucideIcon } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";

/**
 * A menu that drops from its trigger, inside the same landmark. It is not modal: that would need styles which the
 * page's policy forbids.
 */
export function Menu({
  trigger,
  children,
  ...rest
}: { trigger: ReactNode } & ComponentProps<typeof DropdownMenu.Content>) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Content
        sideOffset={4}
        collisionPadding={8}
        className="z-50 min-w-40 animate-rise rounded-xl border border-line bg-card p-1 shadow-pop"
        {...rest}
      >
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}

interface ItemProps {
  icon: LucideIcon;
  label: string;
  keys?: string;
  danger?: boolean;
  onSelect: () => void;
}

export function MenuItem({ icon: Icon, label, keys, danger, onSelect }: ItemProps) {
  return (
    <DropdownMenu.Item
      onSelect={onSelect}
      className={classes(
        "flex h-8 items-center gap-2.5 rounded-lg px-2.5 text-sm outline-none data-[highlighted]:bg-hover",
        danger ? "text-danger" : "text-ink",
      )}
    >
      <Icon aria-hidden className="size-4" strokeWidth={1.75} />
      <span className="flex-1">{label}</span>
      {keys && <kbd className="font-sans text-xs text-faint">{keys}</kbd>}
    </DropdownMenu.Item>
  );
}
