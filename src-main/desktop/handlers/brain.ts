import type { BrainSwitch } from "../brain-switch";
import type { HandlersOf } from "../ipc/ipc";

export function brainHandlers(brainSwitch: BrainSwitch): HandlersOf<"brain"> {
  return {
    "brain.start": () => brainSwitch.turnOn(),
    "brain.stop": () => brainSwitch.turnOff(),
  };
}
