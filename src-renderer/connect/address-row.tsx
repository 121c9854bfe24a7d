import { useTranslation } from "react-i18next";
import { Row } from "../settings/section";
import { useBrain, useStores } from "../stores/use-stores";
import { CopyButton } from "../ui/copy-button";

/** Where the endpoint listens, ready to be copied. */
export function AddressRow() {
  const { t } = useTranslation();
  const { ask } = useStores();
  const url = useBrain((state) => state.status.baseUrl);
  return (
    <Row label={t("endpoint.address")} help={t("endpoint.addressHelp")}>
      {url ? (
        <span className="flex items-center gap-1">
          <code className="rounded-md border border-line bg-canvas px-2 py-1 font-mono text-xs">{url}</code>
          <CopyButton label={t("endpoint.copyUrl")} what={() => ask("endpoint.copyUrl")} />
        </span>
      ) : (
        <span className="text-sm text-faint">{t("endpoint.notListening")}</span>
      )}
    </Row>
  );
}
