import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { acceleratorOf, shownAccelerator } from "../quick-ask/accelerator";
import { onMac } from "../shell/shortcuts";
import { classes } from "../ui/classes";
import { described, Row } from "./section";
import { useSave } from "./use-save";

/** The keys of a global shortcut, recorded by pressing them. Tab and Escape leave it as it was. */
export function ShortcutRow({ value, problem }: { value: string; problem: string | undefined }) {
  const id = useId();
  const { t } = useTranslation();
  const { error: refused, setError, save } = useSave();
  const [recording, setRecording] = useState(false);
  const error = refused ?? problem;
  const keys = shownAccelerator(value, onMac());
  const onKey = (event: KeyboardEvent) => {
    if (!recording) return;
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (plain && (event.key === "Tab" || event.key === "Escape")) {
      event.stopPropagation();
      return setRecording(false);
    }
    event.preventDefault();
    event.stopPropagation();
    if (["Control", "Shift", "Alt", "Meta", "AltGraph"].includes(event.key)) return;
    const shortcut = acceleratorOf(event.nativeEvent);
    if (!shortcut) return setError(t("quickAsk.notOne"));
    setRecording(false);
    setError(undefined);
    if (shortcut !== value) void save({ quickAsk: { shortcut } });
  };
  return (
    <Row label={t("quickAsk.shortcut")} help={t("quickAsk.shortcutHelp")} error={error} id={id}>
      <button
        type="button"
        id={id}
        aria-describedby={described(id, error)["aria-describedby"]}
        aria-label={recording ? t("quickAsk.recording") : t("quickAsk.record", { keys })}
        aria-pressed={recording}
        onClick={() => {
          setError(undefined);
          setRecording(!recording);
        }}
        onBlur={() => setRecording(false)}
        onKeyDown={onKey}
        className={classes(
          "h-8 min-w-44 rounded-lg border px-3 text-center text-sm",
          recording ? "border-accent bg-accent-wash text-accent-text" : "border-edge bg-canvas text-ink hover:bg-hover",
        )}
      >
        {recording ? t("quickAsk.recording") : keys}
      </button>
    </Row>
  );
}
