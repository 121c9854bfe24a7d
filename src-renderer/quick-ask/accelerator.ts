type Press = Pick<KeyboardEvent, "key" | "code" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">;

const named: Record<string, string> = {
  " ": "Space",
  ArrowUp: "Up",
  ArrowDown: "Down",
  ArrowLeft: "Left",
  ArrowRight: "Right",
  Escape: "Esc",
  "+": "Plus",
};
const bare = new Set(["Control", "Shift", "Alt", "Meta", "AltGraph", "Dead", "Unidentified", "Process"]);

/**
 * A key press in Electron's words, e.g. `Control+Shift+Space`. Undefined for one that cannot be a shortcut for the whole
 * system: without Ctrl, Alt or the system's key it would be taken from every other program. Function keys may stand alone.
 */
export function acceleratorOf(press: Press): string | undefined {
  if (bare.has(press.key)) return undefined;
  const key = keyName(press);
  const strong = press.ctrlKey || press.altKey || press.metaKey;
  if (!key || (!strong && !/^F\d+$/.test(key))) return undefined;
  const held = [
    press.ctrlKey && "Control",
    press.altKey && "Alt",
    press.shiftKey && "Shift",
    press.metaKey && "Super",
  ].filter(Boolean);
  return [...held, key].join("+");
}

/** The key itself, not the sign that it makes together with Shift or Option. */
function keyName({ key, code }: Press): string | undefined {
  const letter = /^(?:Key([A-Z])|Digit(\d))$/.exec(code);
  // Another layout has another letter there, which is the one that counts.
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (letter) return letter[1] ?? letter[2];
  if (named[key]) return named[key];
  if (/^F([1-9]|1\d|2[0-4])$/.test(key) || /^(Tab|Enter|Home|End|PageUp|PageDown|Insert|Delete|Backspace)$/.test(key)) {
    return key;
  }
  return key.length === 1 && key > " " && key < "\u007f" ? key : undefined;
}

const macSigns: Record<string, string> = {
  CommandOrControl: "⌘",
  Command: "⌘",
  Super: "⌘",
  Control: "⌃",
  Alt: "⌥",
  Option: "⌥",
  Shift: "⇧",
};

/** How a person reads it: `⌘⇧Space` on a Mac, `Ctrl Shift Space` elsewhere. */
export function shownAccelerator(accelerator: string, mac: boolean): string {
  const parts = accelerator.split("+");
  if (mac) return parts.map((part) => macSigns[part] ?? part).join("");
  return parts.map((part) => part.replace(/^(CommandOrControl|Control)$/, "Ctrl")).join(" ");
}
