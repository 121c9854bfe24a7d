import { expect, test } from "vitest";
import { autostartEntry, autostartFile, isEnabled } from "./autostart-entry";

test("lies where the desktop looks", () => {
  expect(autostartFile({}, "/home/a")).toBe("/home/a/.config/autostart/brainstem.desktop");
  expect(autostartFile({ XDG_CONFIG_HOME: "/cfg" }, "/home/a")).toBe("/cfg/autostart/brainstem.desktop");
  expect(autostartFile({ XDG_CONFIG_HOME: "relative" }, "/home/a")).toBe("/home/a/.config/autostart/brainstem.desktop");
});

test("quotes the program, whatever its path", () => {
  const exec = (program: string, args: string[] = []) => autostartEntry(program, args).match(/^Exec=(.*)$/m)?.[1];
  expect(exec("/opt/Brainstem/brainstem", ["--hidden"])).toBe('"/opt/Brainstem/brainstem" "--hidden"');
  expect(exec('/opt/a "b" $c `d` 100%/e')).toBe('"/opt/a \\\\"b\\\\" \\\\$c \\\\`d\\\\` 100%%/e"');
});

test("an entry that the desktop's own settings switched off is off", () => {
  const entry = autostartEntry("/opt/brainstem", []);
  expect(isEnabled(entry)).toBe(true);
  expect(isEnabled(`${entry}Hidden=true\n`)).toBe(false);
  expect(isEnabled(entry.replace("enabled=true", "enabled=false"))).toBe(false);
});
