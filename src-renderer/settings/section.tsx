import { type ReactNode, useId } from "react";

/** A titled card of rows, with a sentence about all of them where they need one. */
export function Section({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 px-1 text-lg font-semibold tracking-tight">
        {title}
      </h2>
      {help && <p className="-mt-1 mb-2.5 max-w-2xl px-1 text-sm text-soft">{help}</p>}
      <div className="divide-y divide-line rounded-2xl border border-line bg-card">{children}</div>
    </section>
  );
}

interface RowProps {
  label: string;
  help?: string | undefined;
  /** What is wrong with what was entered, in words. */
  error?: string | undefined;
  /** The control's id; its label and texts are tied to it. */
  id?: string;
  /** The control stands below its label, not beside it. */
  below?: boolean;
  children: ReactNode;
}

/** One setting: its label, what it means, its control, and what is wrong with it. */
export function Row({ label, help, error, id, below = false, children }: RowProps) {
  return (
    <div className="px-4 py-3">
      <div className={below ? "flex flex-col gap-2" : "flex flex-wrap items-center justify-between gap-x-6 gap-y-2"}>
        <div className="min-w-48 flex-1">
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
        </div>
        {children}
      </div>
      {error && (
        <p role="alert" id={id && `${id}-error`} className="mt-1.5 text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

/** The attributes that tie a control to its row's texts. */
export const described = (id: string, error: string | undefined) => ({
  id,
  "aria-describedby": error ? `${id}-error ${id}-help` : `${id}-help`,
  "aria-invalid": error !== undefined,
});
