import { describe, expect, it } from "vitest";
import { findCycles, findForbidden } from "./dependency-rules.mjs";
import { importsOf } from "./imports.mjs";

const breaches = (file, ...targets) => findForbidden(new Map([[file, targets]])).length;

describe("the direction of the arrows", () => {
  it("keeps Electron out of what runs without a window", () => {
    expect(breaches("src-main/brain/pool.ts", "electron")).toBe(1);
    expect(breaches("src-main/demo/stand-in.ts", "electron")).toBe(1);
    expect(breaches("src-main/desktop/window/window.ts", "electron")).toBe(0);
  });

  it("keeps drivers behind the brain", () => {
    expect(breaches("src-main/endpoint/server/server.ts", "src-main/brain/claude-cli/pool/pool.ts")).toBe(1);
    expect(breaches("src-main/desktop/tray/tray.ts", "src-main/brain/brain.ts", "src-main/brain/turn.ts")).toBe(0);
    expect(breaches("src-main/brain/brain.ts", "src-main/endpoint/server/server.ts")).toBe(1);
  });

  it("lets the window know the contract alone", () => {
    expect(breaches("src-renderer/chat/chat.tsx", "src-shared/ipc.ts", "react")).toBe(0);
    expect(breaches("src-renderer/chat/chat.tsx", "src-main/logging/log.ts", "electron", "node:fs")).toBe(3);
    expect(breaches("src-shared/ipc.ts", "react")).toBe(1);
  });

  it("has no circles", () => {
    const circle = new Map([
      ["a.ts", ["b.ts"]],
      ["b.ts", ["c.ts"]],
      ["c.ts", ["b.ts"]],
    ]);
    expect(findCycles(circle)).toEqual(["b.ts: circular import b.ts → c.ts → b.ts"]);
    circle.set("c.ts", []);
    expect(findCycles(circle)).toEqual([]);
  });

  it("sees every form of import", () => {
    const text = `import type { A } from "./a"; import "./b"; export * from "./c"; const d = await import("./d");`;
    expect(importsOf("x.ts", text)).toEqual(["./a", "./b", "./c", "./d"]);
  });
});
