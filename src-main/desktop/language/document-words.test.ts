import { expect, test } from "vitest";
import type { Conversation } from "../../../src-shared/conversation";
import { toMarkdown } from "../../storage/conversations/exchange";
import { documentWords } from "./document-words";
import { textsOf } from "./testing";

const conversation = {
  title: "Gezeiten",
  messages: [
    {
      id: "a",
      parentId: null,
      role: "user",
      text: "Warum?",
      at: 1,
      files: [{ name: "a.pdf", mediaType: "application/pdf" }],
    },
    {
      id: "b",
      parentId: "a",
      role: "assistant",
      text: "",
      at: 2,
      error: "Claude is overloaded.",
      errorKind: "overloaded",
    },
  ],
} as unknown as Conversation;

test("an exported conversation is headed in the person's language", () => {
  const german = toMarkdown(conversation, documentWords(textsOf("de")));
  expect(german).toMatch(/^# Gezeiten\n\n## Du\n\n\*Datei: a\.pdf\*\n\nWarum\?\n\n## Brainstem\n\n> /);
  expect(german).not.toMatch(/You|File|overloaded/);
  expect(toMarkdown(conversation, documentWords(textsOf()))).toContain("## You\n\n*File: a.pdf*");
});

test("what failed in a way of its own stays as it was told", () => {
  const odd = { ...conversation, messages: [{ ...conversation.messages[1], errorKind: "unheard_of" }] } as Conversation;
  expect(toMarkdown(odd, documentWords(textsOf("ru")))).toContain("> Claude is overloaded.");
});
