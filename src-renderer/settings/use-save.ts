import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SettingsPatch } from "../../src-shared/settings";
import { sentence } from "../stores/ask";
import { useStores } from "../stores/use-stores";

/** Saves a change; what was refused comes back as words to show beside the field. */
export function useSave() {
  const { t } = useTranslation();
  const { settings } = useStores();
  const [error, setError] = useState<string>();
  const save = async (patch: SettingsPatch): Promise<boolean> => {
    try {
      await settings.getState().update(patch);
      setError(undefined);
      return true;
    } catch (thrown) {
      setError(t("settings.failed", { reason: sentence(thrown) }));
      return false;
    }
  };
  return { error, setError, save };
}
