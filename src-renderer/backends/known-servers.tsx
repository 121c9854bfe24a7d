import { useTranslation } from "react-i18next";
import { Row } from "../settings/section";
import { Button } from "../ui/button";
import { knownServers } from "./backend-kinds";

/** Fills the form with what a server on this computer has by default. */
export function KnownServers({ onChoose }: { onChoose: (server: (typeof knownServers)[number]) => void }) {
  const { t } = useTranslation();
  return (
    <Row label={t("backends.known")} help={t("backends.knownHelp")}>
      <span className="flex flex-wrap gap-2">
        {knownServers.map((server) => (
          <Button key={server.name} onClick={() => onChoose(server)}>
            {server.name}
          </Button>
        ))}
      </span>
    </Row>
  );
}
