import type { ReactNode } from "react";
import { Button } from "./button";

interface Props {
  title: ReactNode;
  /** What the button that closes it says. In words of its own: a tooltip would take the first Escape. */
  close: string;
  onClose: () => void;
  /** Further buttons, before that one. */
  children?: ReactNode;
}

/** The upper end of a dialog that is there to be read. */
export function DialogHead({ title, close, onClose, children }: Props) {
  return (
    <div className="flex items-center gap-1 border-b border-line py-2 pr-2 pl-5">
      <h2 className="min-w-0 flex-1 truncate font-semibold">{title}</h2>
      {children}
      <Button data-autofocus tone="quiet" onClick={onClose}>
        {close}
      </Button>
    </div>
  );
}
