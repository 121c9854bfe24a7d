import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useBrain, useSettings } from "../stores/use-stores";
import { described, Row } from "./section";
import { useSave } from "./use-save";

/** Where the `claude` program is, for when it is not found by itself. */
export function ClaudePathRow() {
  const id = useId();
  const { t } = useTranslation();
  const path = useSettings((state) => state.settings.brain.claudePath);
  const version = useBrain((state) => state.status.cliVersion);
  const found = useBrain((state) => state.status.cliPath);
  const { error, save } = useSave();
  const [text, setText] = useState(path);
  useEffect(() => setText(path), [path]);
  const keep = () => {
    if (text.trim() !== path) void save({ brain: { claudePath: text.trim() } });
  };
  const help = version ? t("settings.claudeFound", { version }) : t("settings.claudePathHelp");
  return (
    <Row label={t("settings.claudePath")} help={help} error={error} id={id}>
      <input
        {...described(id, error)}
        value={text}
        placeholder={found ?? t("settings.claudePathPlaceholder")}
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === "Enter" && keep()}
        className="h-8 w-72 max-w-full min-w-0 rounded-lg border border-edge bg-canvas px-2.5 text-sm aria-invalid:border-danger"
      />
    </Row>
  );
}
