import { describe, expect, it } from "vitest";
import { builderArguments, packagedProgram } from "./bundle.mjs";

describe("packaging", () => {
  it("leaves the inspector open for the tests alone", () => {
    const electron = { dir: "/e", version: "22.3.25" };
    const inspector = (release) => builderArguments(electron, { release, installers: false }).join(" ");
    expect(inspector(false)).toContain("enableNodeCliInspectArguments=true");
    expect(inspector(true)).toContain("enableNodeCliInspectArguments=false");
  });

  it("sets the fuse for file: pages where Electron has it", () => {
    const fuses = (version) => builderArguments({ dir: "/e", version }, { release: true, installers: false }).join(" ");
    expect(fuses("22.3.25")).not.toContain("grantFileProtocol");
    expect(fuses("45.4.1")).toContain("grantFileProtocolExtraPrivileges=false");
  });

  it("puts the program where each system has it", () => {
    expect(packagedProgram("linux", "x64")).toMatch(/dist\/linux-unpacked\/brainstem$/);
    expect(packagedProgram("darwin", "arm64")).toMatch(/dist\/mac-arm64\/Brainstem\.app\/Contents\/MacOS\/Brainstem$/);
  });
});
