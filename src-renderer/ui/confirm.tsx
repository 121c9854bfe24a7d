import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { Modal } from "./modal";

interface Props {
  question: string;
  help: string;
  /** What the button that does it says. */
  action: string;
  /** More about it, below `help`. */
  children?: ReactNode;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something goes for good. */
export function Confirm({ question, help, action, children, onConfirm, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal label={question} onClose={onClose} className="w-[26rem]">
      <div className="flex flex-col gap-2 p-5">
        <h2 className="font-semibold [overflow-wrap:anywhere]">{question}</h2>
        <p className="text-sm text-soft">{help}</p>
        {children}
        <div className="mt-3 flex justify-end gap-2">
          <Button data-autofocus onClick={onClose}>
            {t("form.cancel")}
          </Button>
          <Button
            tone="danger"
            onClick={() => {
              onClose();
              onConfirm();
            }}
          >
            {action}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
