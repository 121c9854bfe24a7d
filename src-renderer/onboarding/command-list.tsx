import { useTranslation } from "react-i18next";
import { CopyButton } from "../ui/copy-button";
import type { Command } from "./commands";

/** Lines for a terminal, each with a button that copies it. */
export function CommandList({ commands }: { commands: readonly Command[] }) {
  const { t } = useTranslation();
  return (
    <ul className="mt-2.5 divide-y divide-line rounded-xl border border-line bg-canvas">
      {commands.map(({ way, line }) => (
        <li key={line} className="flex items-center gap-3 py-1 pr-1 pl-3">
          <span className="w-20 shrink-0 text-xs text-faint">{t(`onboarding.way.${way}`)}</span>
          <code className="min-w-0 flex-1 font-mono text-xs select-text [overflow-wrap:anywhere]">{line}</code>
          <CopyButton label={t("onboarding.find.copy", { way: t(`onboarding.way.${way}`) })} what={line} />
        </li>
      ))}
    </ul>
  );
}
