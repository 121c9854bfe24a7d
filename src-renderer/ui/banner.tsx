import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes";

const tones = {
  plain: { frame: "border-line bg-side", icon: "text-faint", title: "" },
  warn: { frame: "border-warn-line bg-warn-wash", icon: "text-warn", title: "" },
  danger: { frame: "border-danger-line bg-danger-wash", icon: "text-danger", title: "text-danger" },
};

interface Props {
  tone: keyof typeof tones;
  icon: LucideIcon;
  label: string;
  title: string;
  /** What it means, below its title. */
  children: ReactNode;
  /** Stands at its end, e.g. what makes it go. */
  end?: ReactNode;
}

/** What a person should know, above the page: a title and what it means. */
export function Banner({ tone, icon: Icon, label, title, children, end }: Props) {
  const look = tones[tone];
  return (
    <section
      aria-label={label}
      className={classes(
        "mx-auto mb-3 flex w-full max-w-3xl gap-3 rounded-xl border py-3 pl-4 text-sm",
        end ? "pr-2" : "pr-4",
        look.frame,
      )}
    >
      <Icon aria-hidden className={classes("mt-0.5 size-4.5 shrink-0", look.icon)} />
      <div className="min-w-0 flex-1">
        <h2 className={classes("font-medium", look.title)}>{title}</h2>
        {children}
      </div>
      {end}
    </section>
  );
}

/** The same in one line, with the button that changes it. */
export function LineBanner({ tone, icon: Icon, label, title, children, end }: Props) {
  const look = tones[tone];
  return (
    <section
      aria-label={label}
      className={classes(
        "mx-auto mb-3 flex w-full max-w-3xl flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border px-4 py-2 text-sm",
        look.frame,
      )}
    >
      <Icon aria-hidden className={classes("size-4.5 shrink-0", look.icon)} />
      <p className="min-w-40 flex-1">
        <span className="font-medium">{title}</span> <span className="text-soft">{children}</span>
      </p>
      {end}
    </section>
  );
}
