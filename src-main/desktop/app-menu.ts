import type { MenuItemConstructorOptions } from "electron";

/**
 * The application menu: the standard one on macOS; elsewhere it is hidden and there for its shortcuts. "New chat" is
 * the page's own shortcut.
 */
export function appMenu(platform: NodeJS.Platform, openSettings: () => void): MenuItemConstructorOptions[] {
  const settings: MenuItemConstructorOptions = {
    label: "Settings…",
    accelerator: "CommandOrControl+,",
    click: () => openSettings(),
  };
  const view: MenuItemConstructorOptions = {
    label: "View",
    submenu: [
      { role: "resetZoom" },
      { role: "zoomIn" },
      { role: "zoomOut" },
      { type: "separator" },
      { role: "togglefullscreen" },
    ],
  };
  if (platform !== "darwin") {
    return [
      {
        label: "File",
        submenu: [settings, { type: "separator" }, { role: "close" }, { role: "quit", accelerator: "Ctrl+Q" }],
      },
      { role: "editMenu" },
      view,
    ];
  }
  return [
    {
      role: "appMenu",
      submenu: [
        { role: "about" },
        { type: "separator" },
        settings,
        { type: "separator" },
        { role: "services" },
        { type: "separator" },
        { role: "hide" },
        { role: "hideOthers" },
        { role: "unhide" },
        { type: "separator" },
        { role: "quit" },
      ],
    },
    { role: "editMenu" },
    view,
    { role: "windowMenu" },
  ];
}
