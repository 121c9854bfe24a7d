import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStores } from "../stores/use-stores";
import { Button } from "../ui/button";
import { Confirm } from "../ui/confirm";

interface Props {
  /** Its accessible name: what is removed. */
  label: string;
  question: string;
  help: string;
  remove: () => Promise<unknown>;
  onRemoved: () => void;
}

/** Removes something for good, after asking; what is refused is told. */
export function RemoveButton({ label, question, help, remove, onRemoved }: Props) {
  const { t } = useTranslation();
  const { notices } = useStores();
  const [asking, setAsking] = useState(false);
  const confirm = () =>
    void remove()
      .then(onRemoved)
      .catch((thrown: unknown) => notices.getState().fail(thrown, (reason) => t("form.refused", { reason })));
  return (
    <>
      <Button tone="quiet" aria-label={label} onClick={() => setAsking(true)}>
        {t("form.remove")}
      </Button>
      {asking && (
        <Confirm
          question={question}
          help={help}
          action={t("form.remove")}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
