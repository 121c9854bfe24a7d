import { describe, expect, it } from "vitest";
import { builderArguments, checkReleasable, packagedProgram } from "./bundle.mjs";

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

  it("releases nothing on an Electron that is for tests alone", () => {
    expect(() => checkReleasable("22.3.25", "^45.4.1")).toThrow(/needs Electron 45 or newer.*22\.3\.25/);
    expect(() => checkReleasable("44.9.9", "^45.4.1")).toThrow();
    for (const version of ["45.0.0", "45.4.1", "46.1.0"])
      expect(() => checkReleasable(version, "^45.4.1")).not.toThrow();
  });

  it("puts the program where each system has it", () => {
    expect(packagedProgram("linux", "x64")).toMatch(/dist\/linux-unpacked\/brainstem$/);
    expect(packagedProgram("darwin", "arm64")).toMatch(/dist\/mac-arm64\/Brainstem\.app\/Contents\/MacOS\/Brainstem$/);
  });
});
