import { RotateCcw } from "lucide-react";
import { type ReactNode, useContext, useId } from "react";
import { useTranslation } from "react-i18next";
import { classes } from "../ui/classes";
import { Problem } from "../ui/problem";
import { holdsAll, SoughtContext, useFound } from "./search";

interface SectionProps {
  /** Its heading's id, where others lead to it; see `sections.tsx`. */
  id?: string;
  title: string;
  help?: string;
  /** Further words to find all of it by. */
  keywords?: string;
  /** It is found or not as a whole; else each row is found on its own. */
  whole?: boolean;
  /** Its rows stand in {@link Group}s, each a card of its own. */
  grouped?: boolean;
  children: ReactNode;
}

/** A titled card of rows, with a sentence about all of them where they need one. */
export function Section({ title, help, keywords, whole, grouped, children, ...rest }: SectionProps) {
  const ownId = useId();
  const id = rest.id ?? ownId;
  const { words } = useContext(SoughtContext);
  const around = [title, help, keywords].join(" ");
  const found = !whole || holdsAll(words, around);
  return (
    <section aria-labelledby={id} hidden={!found} className="settings-section">
      <h2 id={id} tabIndex={-1} className="mb-2 px-1 text-lg font-semibold tracking-tight outline-none">
        {title}
      </h2>
      {help && <p className="-mt-1 mb-2.5 max-w-2xl px-1 text-sm text-soft">{help}</p>}
      <SoughtContext.Provider value={{ words: whole ? [] : words, around }}>
        {grouped ? (
          <div className="flex flex-col gap-4">{children}</div>
        ) : (
          <div data-row={whole ? "" : undefined} className="rows rounded-2xl border border-line bg-card">
            {children}
          </div>
        )}
      </SoughtContext.Provider>
    </section>
  );
}

/** Some rows of a section that belong together, as a card with a small title. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  const { words, around } = useContext(SoughtContext);
  return (
    <div role="group" aria-labelledby={id} className="settings-group">
      <h3 id={id} className="mb-1.5 px-1 text-sm font-medium text-soft">
        {title}
      </h3>
      <SoughtContext.Provider value={{ words, around: `${around} ${title}` }}>
        <div className="rows rounded-2xl border border-line bg-card">{children}</div>
      </SoughtContext.Provider>
    </div>
  );
}

/** The way back to the default; `value`: the default in words. */
export interface Reset {
  value: string;
  run: () => void;
}

interface RowProps {
  label: string;
  help?: string | undefined;
  /** Further words to find it by. */
  keywords?: string | undefined;
  /** What is wrong with what was entered, in words. */
  error?: string | undefined;
  /** The control's id; its label and texts are tied to it. */
  id?: string;
  /** The control stands below its label, not beside it. */
  below?: boolean;
  /** Given where the value is not the default. */
  reset?: Reset | undefined;
  children: ReactNode;
}

/** One setting: its label, what it means, its control, and what is wrong with it. */
export function Row({ label, help, keywords, error, id, below = false, reset, children }: RowProps) {
  const { t } = useTranslation();
  const found = useFound(label, help, keywords);
  return (
    <div data-row="" hidden={!found} className="px-4 py-(--row-pad)">
      <div
        className={classes("flex", below ? "flex-col gap-2" : "flex-wrap items-center justify-between gap-x-6 gap-y-2")}
      >
        <div className={below ? "" : "min-w-48 flex-1"}>
          {id ? (
            <label htmlFor={id} id={`${id}-label`} className="text-sm font-medium">
              {label}
            </label>
          ) : (
            <span className="text-sm font-medium">{label}</span>
          )}
          {help && (
            <p id={id && `${id}-help`} className="text-sm text-faint">
              {help}
            </p>
          )}
          {reset && (
            <button
              type="button"
              aria-label={`${t("settings.backToDefault", { value: reset.value })} (${label})`}
              onClick={reset.run}
              className="-mx-1 mt-0.5 inline-flex items-center gap-1.5 rounded-md px-1 py-0.5 text-left text-xs text-accent-text hover:bg-hover"
            >
              <RotateCcw aria-hidden className="size-3 shrink-0" />
              {t("settings.backToDefault", { value: reset.value })}
            </button>
          )}
        </div>
        {children}
      </div>
      <Problem id={id && `${id}-error`} className="mt-1.5">
        {error}
      </Problem>
    </div>
  );
}

/** The attributes that tie a control to its row's texts. */
export const described = (id: string, error: string | undefined) => ({
  id,
  "aria-describedby": error ? `${id}-error ${id}-help` : `${id}-help`,
  "aria-invalid": error !== undefined,
});
