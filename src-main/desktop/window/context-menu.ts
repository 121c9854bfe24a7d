import { Menu, type MenuItemConstructorOptions, type WebContents } from "electron";
import type { Texts } from "../language/texts";

/** The right-click menu: Electron itself has none, and its roles are named in English alone. */
export function addContextMenu(contents: WebContents, t: Texts["t"]): void {
  const item = (role: "cut" | "copy" | "paste" | "selectAll", enabled = true) => ({
    role,
    enabled,
    label: t(`desktop.menu.${role}`),
  });
  contents.on("context-menu", (_event, { editFlags, isEditable, selectionText }) => {
    const edit: MenuItemConstructorOptions[] = isEditable
      ? [
          item("cut", editFlags.canCut),
          item("copy", editFlags.canCopy),
          item("paste", editFlags.canPaste),
          { type: "separator" },
          item("selectAll"),
        ]
      : selectionText.trim()
        ? [item("copy")]
        : [];
    if (edit.length > 0) Menu.buildFromTemplate(edit).popup();
  });
}
