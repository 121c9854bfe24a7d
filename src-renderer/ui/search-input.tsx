import { Search, X } from "lucide-react";
import { type ComponentProps, useRef } from "react";
import { classes } from "./classes";

interface Props extends Pick<ComponentProps<"input">, "id" | "ref" | "placeholder"> {
  label: string;
  /** What the button that empties it says. */
  clear: string;
  value: string;
  onChange: (value: string) => void;
  /** The keys that lead here, shown while it is empty. */
  keys?: string;
}

/** Searches as one types; Escape empties it. */
export function SearchInput({ label, clear, value, onChange, keys, ...rest }: Props) {
  const place = useRef<HTMLDivElement>(null);
  return (
    <div ref={place} className="relative">
      <Search aria-hidden className="absolute top-2 left-2.5 size-4 text-faint" strokeWidth={1.75} />
      <input
        {...rest}
        type="text"
        role="searchbox"
        aria-label={label}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !value) return;
          event.preventDefault();
          onChange("");
        }}
        className={classes(
          "h-8 w-full rounded-lg border border-transparent bg-hover pl-8.5 text-sm focus:border-line focus:bg-card",
          keys ? "pr-14" : "pr-8",
        )}
      />
      {keys && !value && (
        <kbd
          aria-hidden
          className="pointer-events-none absolute top-0 right-2.5 font-sans text-xs leading-8 text-faint"
        >
          {keys}
        </kbd>
      )}
      {value && (
        <button
          type="button"
          aria-label={clear}
          onClick={() => {
            onChange("");
            place.current?.querySelector("input")?.focus();
          }}
          className="absolute top-1 right-1 flex size-6 items-center justify-center rounded-md text-faint hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </div>
  );
}
