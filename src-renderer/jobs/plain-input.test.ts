import { expect, test } from "vitest";
import { plainInput } from "./plain-input";

test("nothing in a command can hide from the person who allows it", () => {
  const input = { command: "echo safe\u202e fr- mr\u200b\r\n\tdone", options: { force: true } };
  expect(plainInput(input)).toEqual([
    { name: "command", text: "echo safe\\u{202e} fr- mr\\u{200b}\\u{d}\n\tdone" },
    { name: "options", text: '{\n  "force": true\n}' },
  ]);
});
