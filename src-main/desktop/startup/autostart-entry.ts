import { isAbsolute, join } from "node:path";

/** Where a Linux desktop looks for what to start at login. */
export function autostartFile(env: NodeJS.ProcessEnv, userHome: string): string {
  const configured = env["XDG_CONFIG_HOME"];
  const config = configured && isAbsolute(configured) ? configured : join(userHome, ".config");
  return join(config, "autostart", "brainstem.desktop");
}

/** The entry's text (freedesktop Desktop Entry Specification). */
export function autostartEntry(program: string, args: string[]): string {
  return [
    "[Desktop Entry]",
    "Type=Application",
    "Name=Brainstem",
    "Comment=A local brain on your own Claude subscription",
    `Exec=${[program, ...args].map(quoted).join(" ")}`,
    "Icon=brainstem",
    "Terminal=false",
    "X-GNOME-Autostart-enabled=true",
    "",
  ].join("\n");
}

/** Whether the desktop will honour the entry: its own settings switch entries off by these lines. */
export function isEnabled(entry: string): boolean {
  return !/^(Hidden=true|X-GNOME-Autostart-enabled=false)\s*$/m.test(entry);
}

/** Quoted as one argument, then escaped as a string value; a percent sign begins a field code. */
function quoted(argument: string): string {
  const inQuotes = argument.replace(/["`$\\]/g, "\\$&");
  return `"${inQuotes}"`.replace(/\\/g, "\\\\").replace(/%/g, "%%");
}
