import type { ReactNode } from "react";
import { Button } from "./button";
import { Modal } from "./modal";

interface Props {
  label: string;
  /** The label with more beside it. */
  title?: ReactNode;
  /** What the button that closes it says. In words of its own: a tooltip would take the first Escape. */
  close: string;
  onClose: () => void;
  /** Adds its width. */
  className: string;
  /** Further buttons, before the one that closes it. */
  buttons?: ReactNode;
  /** Scrolls by itself where it is too high. */
  children: ReactNode;
}

/** A dialog that is there to be read. */
export function ReadingDialog({ label, title = label, close, onClose, className, buttons, children }: Props) {
  return (
    <Modal label={label} onClose={onClose} className={className}>
      <div className="flex max-h-[80vh] flex-col">
        <div className="flex items-center gap-1 border-b border-line py-2 pr-2 pl-5">
          <h2 className="min-w-0 flex-1 truncate font-semibold">{title}</h2>
          {buttons}
          <Button data-autofocus tone="quiet" onClick={onClose}>
            {close}
          </Button>
        </div>
        {children}
      </div>
    </Modal>
  );
}
