import { ShieldAlert, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useBrain } from "../stores/use-stores";
import { IconButton } from "../ui/icon-button";

/** Says that the login goes to a server other than Anthropic's; it comes back when that server changes. */
export function UpstreamNotice() {
  const { t } = useTranslation();
  const upstream = useBrain((state) => state.status.upstream);
  const [seen, setSeen] = useState<string>();
  if (!upstream || seen === upstream) return null;
  return (
    <div className="mx-auto mb-3 flex w-full max-w-3xl items-center gap-3 rounded-xl border border-warn-line bg-warn-wash py-1.5 pr-2 pl-4 text-sm">
      <ShieldAlert aria-hidden className="size-4.5 shrink-0 text-warn" />
      <p className="min-w-0 flex-1 break-words">{t("brain.upstream", { address: upstream })}</p>
      <IconButton icon={X} label={t("shell.dismiss")} onClick={() => setSeen(upstream)} />
    </div>
  );
}
