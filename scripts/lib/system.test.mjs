import { expect, it } from "vitest";
import { missingPackages } from "./system.mjs";

it("accepts a system package under either of its names", () => {
  const wanted = [["libgtk-3-0", "libgtk-3-0t64"], ["xvfb"]];
  expect(missingPackages(wanted, new Set(["libgtk-3-0t64", "xvfb"]))).toEqual([]);
  expect(missingPackages(wanted, new Set(["libgtk-3-0"]))).toEqual([["xvfb"]]);
});
