import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chooseElectron, executableName } from "./electron.mjs";

const binary = (dir) => join(dir, executableName(process.platform));

describe("choosing an Electron", () => {
  it("takes the first that can be had and starts, and asks for no later one", async () => {
    const asked = [];
    const candidate = (source, dir) => ({
      source,
      obtain: async () => {
        asked.push(source);
        return dir;
      },
    });
    const chosen = await chooseElectron(
      [candidate("missing", undefined), candidate("broken", "/a"), candidate("good", "/b"), candidate("late", "/c")],
      async (executable) => (executable === binary("/a") ? undefined : "22.3.25"),
    );
    expect(chosen).toEqual({ source: "good", dir: "/b", executable: binary("/b"), version: "22.3.25" });
    expect(asked).toEqual(["missing", "broken", "good"]);
  });

  it("says so when there is none", async () => {
    const none = [{ source: "broken", obtain: async () => "/a" }];
    expect(await chooseElectron(none, async () => undefined)).toBeUndefined();
  });
});
