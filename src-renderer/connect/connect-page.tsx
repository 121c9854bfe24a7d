import { useTranslation } from "react-i18next";
import { KeyRow } from "../settings/key-row";
import { Section } from "../settings/section";
import { useBrain } from "../stores/use-stores";
import { AddressRow } from "./address-row";
import { SnippetTabs } from "./snippet-tabs";
import { TestRow } from "./test-row";

/** How another app reaches the brain: where, with which key, whether it works, and what to paste. */
export function ConnectPage() {
  const { t } = useTranslation();
  const url = useBrain((state) => state.status.baseUrl);
  return (
    <div className="page-scroll min-h-0 flex-1">
      <div className="mx-auto flex max-w-3xl flex-col gap-8 px-5 pt-1 pb-12">
        <p className="px-1 text-sm text-soft">{t("connect.intro")}</p>
        <Section title={t("settings.endpoint")}>
          <AddressRow />
          <KeyRow />
          <TestRow off={!url} />
        </Section>
        {url && (
          <Section title={t("connect.snippets")}>
            <SnippetTabs address={url} />
          </Section>
        )}
      </div>
    </div>
  );
}
