import { useTranslation } from "react-i18next";
import { BackendsSection } from "../backends/backends-section";
import { RolesSection } from "../roles/roles-section";
import { AppearanceSection } from "./appearance-section";
import { BrainSection } from "./brain-section";
import { EndpointSection } from "./endpoint-section";
import { HelpLinks } from "./help-links";
import { QuickAskSection } from "./quick-ask-section";
import { StartupSection } from "./startup-section";

/** All settings on one page; each change is applied at once. */
export function SettingsPage({ version }: { version: string }) {
  const { t } = useTranslation();
  return (
    <div className="page-scroll min-h-0 flex-1">
      <div className="mx-auto flex max-w-3xl flex-col gap-8 px-5 pt-1 pb-12">
        <p className="px-1 text-sm text-soft">{t("settings.saved")}</p>
        <EndpointSection />
        <BrainSection />
        <BackendsSection />
        <RolesSection />
        <StartupSection />
        <QuickAskSection />
        <AppearanceSection />
        <HelpLinks />
        <p className="px-1 text-xs text-faint">{t("settings.version", { version })}</p>
      </div>
    </div>
  );
}
