import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A conversation as it lies in the data folder: questions and answers by turns. */
export interface Written {
  title: string;
  texts: string[];
  /** Said beside the first question and not shown: the branch of an edit. */
  hidden?: string;
  /** Milliseconds since 1970; later ones stand higher in the list. */
  at: number;
}

/** Puts a conversation into the data folder, as an earlier run would have left it. */
export function writeConversation(home: string, { title, texts, hidden, at }: Written): void {
  const lines: object[] = [{ v: 1, type: "created", title, at }];
  const put = (parentId: string | null, role: "user" | "assistant", text: string): string => {
    const ended = role === "assistant" ? { outcome: "done" } : {};
    const message = { id: randomUUID(), parentId, role, text, at, ...ended };
    lines.push({ v: 1, type: "message", message, at });
    return message.id;
  };
  if (hidden !== undefined) put(null, "user", hidden);
  let parentId: string | null = null;
  for (const [index, text] of texts.entries()) parentId = put(parentId, index % 2 === 0 ? "user" : "assistant", text);
  const folder = join(home, "conversations");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${randomUUID()}.jsonl`), lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
}
