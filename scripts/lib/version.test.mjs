import { describe, expect, it } from "vitest";
import { compareVersions, parseVersion } from "./version.mjs";

describe("versions", () => {
  it("are read out of what programs print", () => {
    expect(parseVersion("2.1.330 (Claude Code)\n")).toBe("2.1.330");
    expect(parseVersion("v22.3.25")).toBe("22.3.25");
    expect(parseVersion("command not found")).toBeUndefined();
  });

  it("are compared by number, not by letter", () => {
    expect(compareVersions("2.1.88", "2.1.248")).toBeLessThan(0);
    expect(compareVersions("2.10.0", "2.9.9")).toBeGreaterThan(0);
    expect(compareVersions("2.1.248", "2.1.248")).toBe(0);
  });
});
