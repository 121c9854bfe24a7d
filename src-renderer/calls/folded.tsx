import { ChevronRight, type LucideIcon } from "lucide-react";

/** A text behind its name, with its beginning beside it. */
export function Folded({ name, text, icon: Icon }: { name: string; text: string; icon?: LucideIcon }) {
  return (
    <details className="group/folded min-w-0 rounded-xl border border-line bg-card text-sm">
      <summary className="flex items-center gap-2.5 rounded-xl px-3 py-1.5 hover:bg-hover">
        {Icon && <Icon aria-hidden className="size-3.5 shrink-0 text-accent" />}
        <span className="shrink-0 text-xs font-medium text-soft">{name}</span>
        <span dir="auto" className="min-w-0 flex-1 truncate font-mono text-xs text-faint group-open/folded:invisible">
          {text.slice(0, 200)}
        </span>
        <ChevronRight
          aria-hidden
          className="size-3.5 shrink-0 text-faint transition-transform group-open/folded:rotate-90"
        />
      </summary>
      <div
        dir="auto"
        tabIndex={0}
        className="max-h-72 overflow-y-auto border-t border-line px-3 py-2.5 text-xs whitespace-pre-wrap [overflow-wrap:anywhere]"
      >
        {text}
      </div>
    </details>
  );
}
