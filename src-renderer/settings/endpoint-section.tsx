import { useTranslation } from "react-i18next";
import { CodeBlock } from "../markdown/code-block";
import { useBrain, useSettings, useStores } from "../stores/use-stores";
import { CopyButton } from "../ui/copy-button";
import { KeyRow } from "./key-row";
import { NumberRow } from "./number-row";
import { OriginsRow } from "./origins-row";
import { Row, Section } from "./section";

export const portFieldId = "endpoint-port";

/** The local endpoint: where it is, its key, its port, who else may call. */
export function EndpointSection() {
  const { t } = useTranslation();
  const { ask } = useStores();
  const url = useBrain((state) => state.status.baseUrl);
  const taken = useBrain((state) => state.status.code === "port_taken");
  const port = useSettings((state) => state.settings.endpoint.port);
  return (
    <Section title={t("settings.endpoint")}>
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
      <KeyRow />
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
      {url && (
        <details className="px-4 py-3">
          <summary className="w-fit rounded text-sm font-medium text-accent-text hover:underline">
            {t("endpoint.try")}
          </summary>
          <p className="mt-1 mb-2 text-sm text-faint">{t("endpoint.tryHelp")}</p>
          <CodeBlock language="bash" code={example(url)} />
        </details>
      )}
    </Section>
  );
}

const example = (url: string) =>
  `curl -N ${url}/chat/completions \\
  -H "Authorization: Bearer YOUR_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"model":"default","stream":true,"messages":[{"role":"user","content":"Hello!"}]}'`;
