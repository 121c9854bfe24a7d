import { describe, expect, it } from "vitest";
import { claudeCandidates } from "./claude.mjs";

describe("where a person's own Claude CLI is looked for", () => {
  it("is in the path they set, and nowhere else", () => {
    expect(claudeCandidates({ BRAINSTEM_CLAUDE_PATH: "/mine/claude", PATH: "/bin" }, "/home/a", "linux")).toEqual([
      "/mine/claude",
    ]);
  });

  it("is on PATH before the places where installers put it", () => {
    const found = claudeCandidates({ PATH: "/opt/tools:/usr/local/bin" }, "/home/a", "linux");
    expect(found.slice(0, 4)).toEqual([
      "/opt/tools/claude",
      "/usr/local/bin/claude",
      "/home/a/.local/bin/claude",
      "/home/a/.claude/local/claude",
    ]);
    expect(new Set(found).size).toBe(found.length);
  });

  it("is never a dependency of this project", () => {
    expect(claudeCandidates({ PATH: "/x/node_modules/.bin" }, "/home/a", "linux")).not.toContain(
      "/x/node_modules/.bin/claude",
    );
  });
});
