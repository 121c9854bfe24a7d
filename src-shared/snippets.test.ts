import { expect, test } from "vitest";
import { parse } from "yaml";
import { snippetNames, snippets } from "./snippets";

const place = { address: "http://127.0.0.1:7411/v1", key: "bs-secret", model: "voice" };

test.each(snippetNames)("%s names address, key and model once each", (name) => {
  const text = snippets[name].make(place);
  for (const value of Object.values(place)) expect(text.split(value), value).toHaveLength(2);
});

test.each(snippetNames)("%s keeps a key with quotes whole", (name) => {
  const text = snippets[name].make({ ...place, key: `a"b\\c` });
  expect(text).toContain(name === "curl" ? `Bearer a"b\\c'` : String.raw`"a\"b\\c"`);
});

test("a quote in a shell word does not end it", () => {
  expect(snippets.curl.make({ ...place, key: "it's" })).toContain(String.raw`'Authorization: Bearer it'\''s'`);
});

test("Open WebUI's lines are a compose file that reaches 127.0.0.1, and a $ stays one", () => {
  const { services } = parse(snippets["open-webui"].make({ ...place, key: "a$b" }));
  expect(services["open-webui"]).toMatchObject({
    network_mode: "host",
    environment: { OPENAI_API_BASE_URL: place.address, OPENAI_API_KEY: "a$$b", DEFAULT_MODELS: "voice" },
  });
});
