import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { nameOf, readTexts, topicsOf } from "./testing/read-texts";
import { askedKeys, createUsage } from "./testing/used-keys";

const root = fileURLToPath(new URL("..", import.meta.url));
const files = globSync("{src-main,src-renderer,src-shared}/**/*.{ts,tsx}", { cwd: root }).filter(
  (file) => !/\.test\.tsx?$/.test(file),
);
const sources = new Map(files.map((file) => [file, readFileSync(`${root}/${file}`, "utf8")]));
const names = new Set([...readTexts("en").keys()].map(nameOf));

it("every text that exists is used", () => {
  const isUsed = createUsage(sources, topicsOf("en"));
  const unused = [...names].filter((name) => !isUsed(name));
  expect(unused, `nobody says these any more:\n  ${unused.join("\n  ")}\n`).toHaveLength(0);
});

it("every text that is asked for exists", () => {
  const unknown = [...sources].flatMap(([file, code]) =>
    askedKeys(code).flatMap((key) => (names.has(key) ? [] : [`${file}: ${key}`])),
  );
  expect(unknown, `these exist in no file:\n  ${unknown.join("\n  ")}\n`).toHaveLength(0);
});

it("finds what is used, and only that", () => {
  const isUsed = createUsage(
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code, as text.
    new Map([["a.tsx", 't("chat.send"); t(`chat.state.${state}`); const all = ["done"]; t(`chat.row.${row}`)']]),
    ["chat"],
  );
  const keys = ["chat.send", "chat.sent", "chat.state.done", "chat.state.gone", "chat.state.done.more", "chat.row.x"];
  expect(keys.filter(isUsed)).toEqual(["chat.send", "chat.state.done"]);
  expect(askedKeys('t("a.b"); at("c.d"); t(\n  "e.f", {})')).toEqual(["a.b", "e.f"]);
});
