import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button";
import { Modal } from "../../ui/modal";
import { TextInput } from "../../ui/text-input";

interface Props {
  /** Names what goes, and how much of it. */
  question: string;
  /** What that means, a paragraph each. */
  help: string[];
  action: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before much goes for good; a word has to be typed, so that no stray click does it. */
export function DeleteDialog({ question, help, action, onConfirm, onClose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState("");
  const word = t("data.word");
  const same = typed.trim().toLowerCase() === word.toLowerCase();
  return (
    <Modal label={question} onClose={onClose} className="w-[28rem]">
      <form
        className="flex flex-col gap-2 p-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (!same) return;
          onClose();
          onConfirm();
        }}
      >
        <h2 className="font-semibold [overflow-wrap:anywhere]">{question}</h2>
        {help.filter(Boolean).map((paragraph) => (
          <p key={paragraph} className="text-sm text-soft">
            {paragraph}
          </p>
        ))}
        <p className="text-sm font-medium text-danger">{t("data.noUndo")}</p>
        <label htmlFor={id} className="mt-2 text-sm">
          {t("data.typeWord", { word })}
        </label>
        <TextInput id={id} data-autofocus value={typed} onChange={(event) => setTyped(event.target.value)} />
        <div className="mt-3 flex justify-end gap-2">
          <Button onClick={onClose}>{t("form.cancel")}</Button>
          <Button type="submit" tone="danger" disabled={!same}>
            {action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
