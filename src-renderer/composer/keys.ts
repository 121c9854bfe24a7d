/** What a key press in the message field means; undefined: what it always means. */
export type ComposerKey = "send" | undefined;

type Press = Pick<KeyboardEvent, "key" | "keyCode" | "isComposing" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">;

/**
 * Enter sends and Shift+Enter breaks the line. While an input method composes, Enter belongs to it; some systems tell
 * that by key code 229 alone.
 */
export function composerKey(press: Press): ComposerKey {
  if (press.isComposing || press.keyCode === 229 || press.key !== "Enter") return undefined;
  return press.shiftKey || press.altKey ? undefined : "send";
}
