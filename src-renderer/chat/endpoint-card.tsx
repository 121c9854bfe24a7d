import { Radio } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useGo } from "../shell/use-go";
import { useBrain, useStores } from "../stores/use-stores";
import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";

/** The address that other apps use, ready to be copied. */
export function EndpointCard() {
  const { t } = useTranslation();
  const { ask } = useStores();
  const go = useGo();
  const url = useBrain((state) => state.status.baseUrl);
  return (
    <section
      aria-label={t("endpoint.card")}
      className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-xl border border-line bg-side px-4 py-3"
    >
      <Radio aria-hidden className="size-4.5 shrink-0 text-accent" strokeWidth={1.75} />
      <div className="min-w-52 flex-1">
        <h2 className="text-sm font-medium">{t("endpoint.card")}</h2>
        <p className="mt-0.5 text-sm text-soft">{t("endpoint.cardHelp")}</p>
      </div>
      {url ? (
        <div className="flex items-center gap-1">
          <code className="rounded-md border border-line bg-card px-2 py-1 font-mono text-xs">{url}</code>
          <CopyButton label={t("endpoint.copyUrl")} what={() => ask("endpoint.copyUrl")} />
          <Button onClick={() => go.page("connect")}>{t("endpoint.connect")}</Button>
        </div>
      ) : (
        <p className="text-sm text-faint">{t("endpoint.notListening")}</p>
      )}
    </section>
  );
}
