/**
 * Every key that does something of its own. What binds them and the list that people see read this one table. `mod` is
 * ⌘ on macOS and Ctrl elsewhere; `label` is a key of the texts.
 */
export const shortcuts = [
  { id: "palette", keys: ["mod+K"], group: "window" },
  { id: "newChat", keys: ["mod+N"], group: "window" },
  { id: "search", keys: ["mod+Shift+F"], group: "window" },
  { id: "sidebar", keys: ["mod+B"], group: "window" },
  { id: "chat", keys: ["mod+1"], group: "window" },
  { id: "agents", keys: ["mod+2"], group: "window" },
  { id: "activity", keys: ["mod+3"], group: "window" },
  { id: "connect", keys: ["mod+4"], group: "window" },
  { id: "settings", keys: ["mod+5", "mod+,"], group: "window" },
  { id: "area", keys: ["F6"], group: "window" },
  { id: "shortcuts", keys: ["mod+/", "?"], group: "window" },
  { id: "send", keys: ["Enter"], group: "writing" },
  { id: "newLine", keys: ["Shift+Enter"], group: "writing" },
  { id: "stop", keys: ["Escape"], group: "writing" },
  { id: "startJob", keys: ["mod+Enter"], group: "writing" },
  { id: "rename", keys: ["F2"], group: "list" },
  { id: "remove", keys: ["Delete"], group: "list" },
  { id: "findSetting", keys: ["mod+F"], group: "settings" },
  { id: "goOn", keys: ["mod+Enter"], group: "quickAsk" },
  { id: "close", keys: ["Escape"], group: "quickAsk" },
] as const;

export type Shortcut = (typeof shortcuts)[number];
export type ShortcutId = Shortcut["id"];

type Press = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey"> & {
  keyCode?: number;
  isComposing?: boolean;
};

export const onMac = (): boolean => navigator.platform.startsWith("Mac");

/** Whether a key press is this shortcut. While an input method composes, keys belong to it. */
export function isPressed(id: ShortcutId, press: Press, mac = onMac()): boolean {
  if (press.isComposing || press.keyCode === 229) return false;
  return shortcuts.some((one) => one.id === id && one.keys.some((keys) => matches(keys, press, mac)));
}

function matches(keys: string, press: Press, mac: boolean): boolean {
  const parts = keys.split("+");
  const key = parts[parts.length - 1] ?? "";
  const mod = parts.includes("mod");
  const [wanted, other] = mac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  // Some keyboards have a sign only together with Shift.
  const sign = key.length === 1 && !/[A-Za-z0-9]/.test(key);
  const shift = sign || press.shiftKey === parts.includes("Shift");
  return wanted === mod && !other && !press.altKey && shift && press.key.toLowerCase() === key.toLowerCase();
}

const macSigns: Record<string, string> = { mod: "⌘", Shift: "⇧", Enter: "↩", Escape: "esc", Delete: "⌦" };
const names: Record<string, string> = { mod: "Ctrl", Escape: "Esc", Delete: "Del" };

/** How the keys are written on this system, e.g. `⇧⌘F` or `Ctrl Shift F`. */
export function writtenKeys(keys: string, mac = onMac()): string {
  const parts = keys.split("+");
  if (!mac) return parts.map((part) => names[part] ?? part).join(" ");
  // Apple writes Shift before Command.
  const ordered = parts.includes("mod") && parts.includes("Shift") ? ["Shift", "mod", ...parts.slice(2)] : parts;
  return ordered.map((part) => macSigns[part] ?? part).join("");
}

/** A shortcut as it stands beside its button. */
export const keysOf = (id: ShortcutId): string => writtenKeys(shortcuts.find((one) => one.id === id)?.keys[0] ?? "");
