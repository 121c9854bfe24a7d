import { expect, test } from "vitest";
import { installCommands, updateCommands } from "./commands";

const lines = (platform: string) => installCommands(platform).map(({ line }) => line);

test("each system gets its own installer, and npm", () => {
  expect(lines("Linux x86_64")).toEqual([
    "curl -fsSL https://claude.ai/install.sh | bash",
    "npm install -g @anthropic-ai/claude-code",
  ]);
  expect(lines("MacIntel")).toContain("brew install --cask claude-code");
  expect(lines("Win32")[0]).toBe("irm https://claude.ai/install.ps1 | iex");
  expect(lines("Win32").join()).not.toContain("curl");
});

test("what came by Homebrew is updated by Homebrew, for it does not update itself", () => {
  expect(updateCommands("/opt/homebrew/bin/claude").map(({ line }) => line)).toEqual([
    "brew upgrade --cask claude-code",
  ]);
  expect(updateCommands("/home/ada/.local/bin/claude")[0]?.line).toBe("claude update");
});
