/** A line for a terminal, and what it uses. */
export interface Command {
  way: "installer" | "powershell" | "brew" | "npm" | "itself";
  line: string;
}

const npm: Command = { way: "npm", line: "npm install -g @anthropic-ai/claude-code" };

/** The ways to install Claude Code on this system, the simplest first. `platform` is the browser's word for it. */
export function installCommands(platform: string): Command[] {
  if (platform.startsWith("Win")) {
    return [{ way: "powershell", line: "irm https://claude.ai/install.ps1 | iex" }, npm];
  }
  const installer: Command = { way: "installer", line: "curl -fsSL https://claude.ai/install.sh | bash" };
  if (!platform.startsWith("Mac")) return [installer, npm];
  return [installer, { way: "brew", line: "brew install --cask claude-code" }, npm];
}

/** The ways to bring it up to date: its own, or the one by which it came, as far as its path tells. */
export function updateCommands(path: string): Command[] {
  if (/homebrew|linuxbrew|Cellar/i.test(path)) return [{ way: "brew", line: "brew upgrade --cask claude-code" }];
  return [{ way: "itself", line: "claude update" }, npm];
}
