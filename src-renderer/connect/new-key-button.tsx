import { useState } from "react";
import { useTranslation } from "react-i18next";
import { sentence } from "../stores/ask";
import { useStores } from "../stores/use-stores";
import { Button } from "../ui/button";
import { Confirm } from "../ui/confirm";

/** Makes a new key, after asking. `onMade` gets what went wrong, in words, or nothing. */
export function NewKeyButton({ onMade }: { onMade: (error: string | undefined) => void }) {
  const { t } = useTranslation();
  const { ask, notices } = useStores();
  const [asking, setAsking] = useState(false);
  const make = async () => {
    try {
      await ask("endpoint.rotateKey");
      onMade(undefined);
      notices.getState().show({ text: t("endpoint.newKeyMade"), tone: "plain" });
    } catch (thrown) {
      onMade(t("endpoint.newKeyFailed", { reason: sentence(thrown) }));
    }
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t("endpoint.newKey")}</Button>
      {asking && (
        <Confirm
          question={t("endpoint.newKeyQuestion")}
          help={t("endpoint.newKeyHelp")}
          action={t("endpoint.newKey")}
          onConfirm={() => void make()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
