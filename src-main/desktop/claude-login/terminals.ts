/** One way to run a command in a terminal: the program and its arguments. */
export type Launch = [program: string, ...args: string[]];

/** `claude` is $0 and never part of the script's text, so no path can be read as a command. */
const LINUX_SCRIPT = '"$0" auth login; printf "\\nYou can close this window. Press Enter. "; read -r _';

/** The ways to try on Linux, the person's own choice of terminal first. */
export function linuxTerminals(claude: string): Launch[] {
  const script = ["sh", "-c", LINUX_SCRIPT, claude];
  return [
    ["x-terminal-emulator", "-e", ...script],
    ["gnome-terminal", "--", ...script],
    ["kgx", "--", ...script],
    ["ptyxis", "--", ...script],
    ["konsole", "-e", ...script],
    ["xfce4-terminal", "-x", ...script],
    ["mate-terminal", "-x", ...script],
    ["alacritty", "-e", ...script],
    ["kitty", ...script],
    ["foot", ...script],
    ["xterm", "-e", ...script],
  ];
}

/** The text of a `.command` file, which macOS opens in the person's terminal. */
export function macScript(claude: string): string {
  return `#!/bin/sh\n'${claude.replaceAll("'", "'\\''")}' auth login\n`;
}

/** Undefined for a path that cmd.exe would read as more than a path. */
export function windowsTerminal(claude: string): Launch | undefined {
  if (/["%!^&|<>\r\n]/.test(claude)) return undefined;
  return ["cmd.exe", "/d", "/s", "/c", `start "Log in" cmd.exe /d /k ""${claude}" auth login"`];
}
