import { expect, test } from "vitest";
import de from "../../locales/de/form.json";
import { Agent } from "../../src-shared/agents";
import { Backend, Role } from "../../src-shared/backends";
import { createTexts, speak } from "../i18n/i18n";
import { check } from "./check";

const backend = { id: "a", kind: "anthropic-api", name: "A" };

test.each([
  [Agent, { name: "No!" }, "name", de.own.agentName],
  [Agent, { name: "a", tools: ["no"] }, "tools", de.own.tool],
  [Agent, { name: "a", folders: ["x"] }, "folders", de.own.folder],
  [Agent, { name: "a", workspace: "x" }, "workspace", de.own.folder],
  [Agent, { name: "a", model: "agent/b" }, "model", de.own.agentModel],
  [Backend, { ...backend, id: "No!" }, "id", de.own.backendId],
  [Backend, { ...backend, id: "claude-cli" }, "id", de.own.taken],
  [Role, { name: "No!" }, "name", de.own.roleName],
])("what a schema says of a wrong value is said in German: %#", async (schema, entered, field, said) => {
  const texts = await createTexts();
  await speak(texts, "de", () => true);
  expect(check<unknown>(schema, entered, texts.t).problems?.[field]).toContain(said);
});
