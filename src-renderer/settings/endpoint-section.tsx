import { useTranslation } from "react-i18next";
import { AddressRow } from "../connect/address-row";
import { useGo } from "../shell/use-go";
import { useBrain } from "../stores/use-stores";
import { Button } from "../ui/button";
import { isOrigin } from "./is-origin";
import { KeyRow } from "./key-row";
import { LanRow } from "./lan-row";
import { LineRow } from "./line-row";
import { ListRow } from "./list-row";
import { NumberRow } from "./number-row";
import { Group, Row, Section } from "./section";
import { SwitchRow } from "./switch-row";

export const portFieldId = "endpoint-port";

/** The local endpoint: where it is, its key, who may call, and how answers are spoken. */
export function EndpointSection({ id }: { id: string }) {
  const { t } = useTranslation();
  const go = useGo();
  const taken = useBrain((state) => state.status.code === "port_taken");
  const toolName = (text: string) => (/^[\w-]*$/.test(text) ? undefined : t("settings.speakWrong"));
  return (
    <Section id={id} title={t("settings.endpoint")} keywords={t("settings.keywords.endpoint")} grouped>
      <Group title={t("settings.group.address")}>
        <AddressRow />
        <KeyRow renewable />
        <NumberRow
          section="endpoint"
          field="port"
          id={portFieldId}
          problem={taken ? t("brain.title.port_taken") : undefined}
          label={t("settings.port")}
          help={t("settings.portHelp")}
        />
        <Row label={t("endpoint.otherApps")} help={t("endpoint.otherAppsHelp")}>
          <Button onClick={() => go.page("connect")}>{t("endpoint.connect")}</Button>
        </Row>
      </Group>
      <Group title={t("settings.group.callers")}>
        <LanRow />
        <ListRow
          section="endpoint"
          field="allowedOrigins"
          label={t("settings.origins")}
          help={t("settings.originsHelp")}
          keywords={t("settings.keywords.origins")}
          placeholder="https://example.com"
          most={50}
          tidy={(typed) => typed.replace(/\/$/, "")}
          check={(item) => (isOrigin(item) ? undefined : t("settings.originWrong"))}
        />
        <SwitchRow
          section="endpoint"
          field="imageUrls"
          label={t("settings.imageUrls")}
          help={t("settings.imageUrlsHelp")}
          keywords={t("settings.keywords.imageUrls")}
        />
      </Group>
      <Group title={t("settings.group.speaking")}>
        <LineRow
          section="endpoint"
          field="speakTool"
          label={t("settings.speakTool")}
          help={t("settings.speakToolHelp")}
          placeholder="say"
          check={toolName}
        />
        <LineRow
          section="endpoint"
          field="speakArgument"
          label={t("settings.speakArgument")}
          help={t("settings.speakArgumentHelp")}
          check={toolName}
        />
      </Group>
    </Section>
  );
}
