import { Menu, type MenuItemConstructorOptions, type WebContents } from "electron";

/** The right-click menu: Electron itself has none. */
export function addContextMenu(contents: WebContents): void {
  contents.on("context-menu", (_event, { editFlags, isEditable, selectionText }) => {
    const edit: MenuItemConstructorOptions[] = isEditable
      ? [
          { role: "cut", enabled: editFlags.canCut },
          { role: "copy", enabled: editFlags.canCopy },
          { role: "paste", enabled: editFlags.canPaste },
          { type: "separator" },
          { role: "selectAll" },
        ]
      : selectionText.trim()
        ? [{ role: "copy" }]
        : [];
    if (edit.length > 0) Menu.buildFromTemplate(edit).popup();
  });
}
