import { mutant } from "./mutant.mjs";

const windowGuard = "src-main/desktop/window/window-guard.ts";
const windowGuardTest = ["src-main/desktop/window/window-guard.test.ts"];

/** What the page may ask and load. */
export const page = [
  mutant(
    "anyone may ask the main process",
    "src-main/desktop/ipc/ipc.ts",
    "pages.find(({ isTrusted }) => isTrusted(event))",
    "pages[0]",
    ["src-main/desktop/ipc/ipc.test.ts"],
  ),
  mutant("any input", "src-main/desktop/ipc/ipc.ts", "if (!parsed.success)", "if (false)", [
    "src-main/desktop/ipc/ipc.test.ts",
  ]),
  mutant("any frame", windowGuard, " || frame.parent", "", windowGuardTest),
  mutant("any window", windowGuard, " || event.sender.id !== contents.id", "", windowGuardTest),
  mutant("any origin", windowGuard, "a.protocol === b.protocol && a.host === b.host", "true", windowGuardTest),
  mutant(
    "any navigation",
    windowGuard,
    "!== contents.getURL()) event.preventDefault()",
    "!== contents.getURL()) void 0",
    windowGuardTest,
  ),
  mutant("paths upwards", "src-main/desktop/window/renderer-files.ts", ' || path.split("/").includes("..")', "", [
    "src-main/desktop/window/renderer-files.test.ts",
  ]),
  mutant("any type of file", "src-main/desktop/window/renderer-files.ts", "if (!path || !type)", "if (!path)", [
    "src-main/desktop/window/renderer-files.test.ts",
  ]),
  mutant("links of any kind", "src-shared/ipc/app.ts", "z.url({ protocol: /^(https?|mailto)$/ })", "z.string()", [
    "src-main/desktop/ipc/ipc.test.ts",
  ]),
];
