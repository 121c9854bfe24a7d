import { expect, test } from "vitest";
import { Agent } from "../../src-shared/agents";
import { Backend } from "../../src-shared/backends";
import { createTexts } from "../i18n/i18n";
import { check } from "./check";

test("every field that was entered wrongly has a sentence of its own", async () => {
  const { t } = await createTexts();
  const entered = { id: "My Server", kind: "openai-compatible", name: " ", baseUrl: "localhost", models: [] };
  expect(check(Backend, entered, t).problems).toEqual({
    id: "It must be lower-case letters, digits and dashes.",
    name: "It is needed.",
    baseUrl: "It must be an address such as http://127.0.0.1:11434/v1.",
  });
});

test("a wrong line of a list is named, and numbers have their bounds", async () => {
  const { t } = await createTexts();
  const entered = { name: "x", tools: ["Read", "bash it"], budgetUsd: 0 };
  expect(check(Agent, entered, t).problems).toEqual({
    tools: '“bash it” must be a tool such as "Read", "Bash(git status:*)" or "Bash?".',
    budgetUsd: "It must be more than 0.",
  });
  expect(check(Agent, { name: "x", budgetUsd: Number.NaN }, t).problems).toEqual({ budgetUsd: "It must be a number." });
});
