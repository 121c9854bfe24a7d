import type { Variant } from "dbus-next";

/** One entry as `com.canonical.dbusmenu` lays it out: id, properties, children. */
export type MenuNode = [id: number, properties: Record<string, Variant>, children: Variant<MenuNode>[]];

/** One entry of a menu as a person sees it. */
export interface MenuItem {
  id: number;
  /** Empty for a separator. */
  label: string;
  enabled: boolean;
  /** Only of an entry with a check mark. */
  checked?: boolean;
}

export function menuItem([id, properties]: MenuNode): MenuItem {
  const label = String(properties["label"]?.value ?? "").replace(/_(?!_)/g, "");
  const enabled = properties["enabled"]?.value !== false;
  const checkable = properties["toggle-type"]?.value === "checkmark";
  return { id, label, enabled, ...(checkable && { checked: properties["toggle-state"]?.value === 1 }) };
}
