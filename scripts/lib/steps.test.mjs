import { describe, expect, it } from "vitest";
import { countPlaywright, countVitest } from "./reports.mjs";
import { chooseSteps, closingLine, runSteps } from "./steps.mjs";

const step = (name, run) => ({ name, run });

describe("the steps of npm test", () => {
  it("all run, also after one that failed, and their counts add up", async () => {
    const lines = [];
    const steps = [
      step("types", async () => ({ passed: 1, failed: 0 })),
      step("unit", async () => ({ passed: 40, failed: 2 })),
      step("package", async () => {
        throw new Error("no Electron");
      }),
      step("e2e", async () => ({ passed: 7, failed: 0 })),
    ];
    const totals = await runSteps(steps, { env: {} }, (line) => lines.push(line));
    expect(closingLine(totals)).toBe("48 passed, 3 failed");
    expect(lines.join("\n")).toMatch(/✗ unit: 2 failed, 40 passed \(\d+\.\d s\)/);
    expect(lines.join("\n")).toContain("no Electron");
  });

  it("can be named; an unknown name is refused", () => {
    const steps = [step("types"), step("unit"), step("e2e")];
    expect(chooseSteps(steps, ["e2e", "unit"]).map(({ name }) => name)).toEqual(["unit", "e2e"]);
    expect(chooseSteps(steps, [])).toBe(steps);
    expect(chooseSteps(steps, ["units"])).toBeUndefined();
  });
});

describe("counting what a test runner reported", () => {
  it("takes its numbers", () => {
    expect(countVitest({ numPassedTests: 12, numFailedTests: 1 }, 1)).toEqual({ passed: 12, failed: 1 });
    expect(countPlaywright({ stats: { expected: 9, unexpected: 0, flaky: 1 } }, 0)).toEqual({ passed: 9, failed: 1 });
  });

  it("counts a failure without a failed test, and a run without any test", () => {
    expect(countVitest({ numPassedTests: 12, numFailedTests: 0 }, 1)).toEqual({ passed: 12, failed: 1 });
    expect(countVitest(undefined, 0)).toEqual({ passed: 0, failed: 1 });
    expect(countPlaywright(undefined, 1)).toEqual({ passed: 0, failed: 1 });
  });
});
