import { expect, test } from "vitest";
import type { ChatMessage } from "../../../src-shared/conversation";
import { historyOf } from "./history";

const message = (role: ChatMessage["role"], text: string, more: Partial<ChatMessage> = {}): ChatMessage => ({
  id: "m",
  parentId: null,
  role,
  text,
  at: 0,
  ...more,
});

test("the model is told what was said: stopped answers as far as they came, failed ones without a word not at all", () => {
  const branch = [
    message("user", "One"),
    message("assistant", "Half an ans", { outcome: "stopped", thinking: "private" }),
    message("user", "Two"),
    message("assistant", "", { outcome: "failed", error: "Rate limited." }),
    message("user", "Three"),
  ];
  expect(historyOf(branch)).toEqual([
    { role: "user", content: [{ type: "text", text: "One" }] },
    { role: "assistant", text: "Half an ans", toolCalls: [] },
    { role: "user", content: [{ type: "text", text: "Two" }] },
    { role: "user", content: [{ type: "text", text: "Three" }] },
  ]);
});

test("files come before the words about them: text named and fenced, a PDF as a document", () => {
  const files: ChatMessage["files"] = [
    { name: "a.csv", mediaType: "text/csv", text: "x;y\n" },
    { name: "b.pdf", mediaType: "application/pdf", data: "JVBERi0=" },
  ];
  expect(historyOf([message("user", "Compare.", { files })])).toEqual([
    {
      role: "user",
      content: [
        { type: "text", text: "File “a.csv”:\n\n```csv\nx;y\n```" },
        { type: "document", mediaType: "application/pdf", data: "JVBERi0=", name: "b.pdf" },
        { type: "text", text: "Compare." },
      ],
    },
  ]);
  expect(historyOf([message("user", "", { files })])[0]).toMatchObject({
    content: [{ type: "text" }, { type: "document" }],
  });
});

test("pictures come before the words about them", () => {
  const pictures: ChatMessage["pictures"] = [{ mediaType: "image/png", data: "AAAA" }];
  const picture = { type: "image", mediaType: "image/png", data: "AAAA" };
  expect(historyOf([message("user", "What is this?", { pictures })])).toEqual([
    { role: "user", content: [picture, { type: "text", text: "What is this?" }] },
  ]);
  expect(historyOf([message("user", "", { pictures })])).toEqual([{ role: "user", content: [picture] }]);
});
