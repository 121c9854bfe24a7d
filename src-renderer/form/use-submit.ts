import { useState } from "react";
import { useTranslation } from "react-i18next";
import { sentence } from "../stores/ask";

/** Runs what a form is for, once at a time; what was refused comes back as words. */
export function useSubmit() {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const submit = async (action: () => Promise<void>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      await action();
      setError(undefined);
    } catch (thrown) {
      setError(t("form.refused", { reason: sentence(thrown) }));
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, setError, submit };
}
