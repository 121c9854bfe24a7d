import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { About } from "../../../src-shared/about";
import { sentence } from "../../stores/ask";
import { useBrain, useStores } from "../../stores/use-stores";
import { Button } from "../../ui/button";
import { useCopy } from "../../ui/use-copy";
import { HelpLinks } from "../help-links";
import { Row, Section } from "../section";
import { NoticesDialog } from "./notices-dialog";

const programs = ["brainstem", "claude", "electron", "chromium", "node", "system"] as const;

/** What runs here, whose work is in it, and what helps where something is wrong. */
export function AboutSection({ id }: { id: string }) {
  const { t } = useTranslation();
  const { ask } = useStores();
  const claude = useBrain((state) => state.status.cliVersion);
  const [about, setAbout] = useState<About>();
  const [error, setError] = useState<string>();
  const [reading, setReading] = useState(false);
  const { copied, copy } = useCopy();
  useEffect(() => void ask("about.info").then(setAbout, () => {}), [ask]);
  const openLogs = () =>
    ask("about.openLogs").then(
      () => setError(undefined),
      (thrown: unknown) => setError(sentence(thrown)),
    );
  const versions = { ...about, claude };
  return (
    <Section id={id} title={t("about.title")} keywords={t("about.keywords")}>
      <Row label={t("about.versions")} keywords={t("about.versionsKeywords")} below>
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-sm select-text">
          {programs.map((name) => (
            <div key={name} className="contents">
              <dt className="text-soft">{t(`about.program.${name}`)}</dt>
              <dd className="tabular-nums [overflow-wrap:anywhere]">{versions[name] ?? t("about.none")}</dd>
            </div>
          ))}
        </dl>
      </Row>
      <Row label={t("about.diagnostics")} help={t("about.diagnosticsHelp")} keywords={t("about.diagnosticsKeywords")}>
        <Button onClick={() => copy(() => ask("about.copyDiagnostics"))}>
          {t(copied ? "shell.copied" : "about.copyDiagnostics")}
        </Button>
        <span aria-live="polite" className="sr-only">
          {copied ? t("shell.copied") : ""}
        </span>
      </Row>
      <Row label={t("about.logs")} help={t("about.logsHelp")} error={error}>
        <Button onClick={() => void openLogs()}>{t("about.openLogs")}</Button>
      </Row>
      <Row label={t("about.licences")} help={t("about.licencesHelp")} keywords={t("about.licencesKeywords")}>
        <Button onClick={() => setReading(true)}>{t("about.showLicences")}</Button>
      </Row>
      <Row label={t("about.help")} help={t("about.helpHelp")} keywords={t("about.helpKeywords")}>
        <HelpLinks />
      </Row>
      {reading && <NoticesDialog onClose={() => setReading(false)} />}
    </Section>
  );
}
