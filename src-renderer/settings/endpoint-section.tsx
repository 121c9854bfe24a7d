import { useTranslation } from "react-i18next";
import { AddressRow } from "../connect/address-row";
import { useGo } from "../shell/use-go";
import { useBrain, useSettings } from "../stores/use-stores";
import { Button } from "../ui/button";
import { KeyRow } from "./key-row";
import { NumberRow } from "./number-row";
import { OriginsRow } from "./origins-row";
import { Row, Section } from "./section";

export const portFieldId = "endpoint-port";

/** The local endpoint: where it is, its key, its port, who else may call. */
export function EndpointSection() {
  const { t } = useTranslation();
  const go = useGo();
  const taken = useBrain((state) => state.status.code === "port_taken");
  const port = useSettings((state) => state.settings.endpoint.port);
  return (
    <Section title={t("settings.endpoint")}>
      <AddressRow />
      <KeyRow renewable />
      <Row label={t("endpoint.otherApps")} help={t("endpoint.otherAppsHelp")}>
        <Button onClick={() => go.page("connect")}>{t("endpoint.connect")}</Button>
      </Row>
      <NumberRow
        id={portFieldId}
        problem={taken ? t("brain.title.port_taken") : undefined}
        label={t("settings.port")}
        help={t("settings.portHelp")}
        value={port}
        min={0}
        max={65535}
        patch={(next) => ({ endpoint: { port: next } })}
      />
      <OriginsRow />
    </Section>
  );
}
