import type { ComponentProps } from "react";
import { Button } from "../ui/button";
import { TextInput } from "../ui/text-input";

interface Props extends Omit<ComponentProps<typeof TextInput>, "value" | "onChange"> {
  value: string;
  /** What the button says. */
  action: string;
  onChange: (text: string) => void;
  onAdd: () => void;
}

/** One line to be added to a list, by Enter or by its button. */
export function AddLine({ value, action, onChange, onAdd, ...rest }: Props) {
  return (
    <form
      className="flex gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd();
      }}
    >
      <TextInput {...rest} value={value} onChange={(event) => onChange(event.target.value)} />
      <Button type="submit">{action}</Button>
    </form>
  );
}
