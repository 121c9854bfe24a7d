import { useId } from "react";
import type { SettingsPatch } from "../../src-shared/settings";
import { Switch } from "../ui/switch";
import { described, Row } from "./section";
import { useSave } from "./use-save";

interface Props {
  label: string;
  help: string;
  on: boolean;
  patch: (on: boolean) => SettingsPatch;
}

/** A setting that is on or off. */
export function SwitchRow({ label, help, on, patch }: Props) {
  const id = useId();
  const { error, save } = useSave();
  return (
    <Row label={label} help={help} error={error} id={id}>
      <Switch {...described(id, error)} checked={on} onCheckedChange={(next) => void save(patch(next))} />
    </Row>
  );
}
