import type { MenuItemConstructorOptions } from "electron";
import type en from "../../../locales/en/desktop.json";
import type { Texts } from "../language/texts";

/**
 * The application menu: the standard one on macOS; elsewhere it is hidden and there for its shortcuts. "New chat" is
 * the page's own shortcut. All have labels of ours: Electron names its roles in English alone.
 */
export function appMenu(
  platform: NodeJS.Platform,
  openSettings: () => void,
  t: Texts["t"],
): MenuItemConstructorOptions[] {
  const line: MenuItemConstructorOptions = { type: "separator" };
  const settings: MenuItemConstructorOptions = {
    label: t("desktop.menu.settings"),
    accelerator: "CommandOrControl+,",
    click: () => openSettings(),
  };
  const item = (role: Role): MenuItemConstructorOptions => ({ role, label: t(`desktop.menu.${role}`) });
  const edit: MenuItemConstructorOptions = {
    label: t("desktop.menu.edit"),
    submenu: [
      ...[item("undo"), item("redo"), line, item("cut"), item("copy"), item("paste")],
      ...[item("pasteAndMatchStyle"), item("delete"), line, item("selectAll")],
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: t("desktop.menu.view"),
    submenu: [item("resetZoom"), item("zoomIn"), item("zoomOut"), line, item("togglefullscreen")],
  };
  if (platform !== "darwin") {
    const quit = { ...item("quit"), accelerator: "Ctrl+Q" };
    return [{ label: t("desktop.menu.file"), submenu: [settings, line, item("close"), quit] }, edit, view];
  }
  return [
    {
      role: "appMenu",
      submenu: [
        ...[item("about"), line, settings, line, item("services"), line],
        ...[item("hide"), item("hideOthers"), item("unhide"), line, item("quit")],
      ],
    },
    edit,
    view,
    {
      label: t("desktop.menu.window"),
      role: "windowMenu",
      submenu: [item("minimize"), item("zoom"), line, item("front")],
    },
  ];
}

/** The roles whose labels are among our texts. */
type Role = NonNullable<MenuItemConstructorOptions["role"]> & keyof typeof en.menu;
