import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const words =
  "the tide turns slowly under a pale moon while boats wait for water and people count their nets again".split(" ");

/** A piece of Markdown as models write it: prose, lists, code and tables by turns. Ends with an empty line. */
export function paragraph(index: number): string {
  const prose = Array.from({ length: 40 }, (_, at) => words[(index * 7 + at * 3) % words.length]).join(" ");
  if (index % 5 === 1) return `## Part ${index}\n\n${prose} with **weight** and \`code\`.\n\n`;
  if (index % 5 === 2) return `- first ${prose.slice(0, 60)}\n- second ${prose.slice(60, 130)}\n- third\n\n`;
  if (index % 10 === 3)
    return `\`\`\`ts\nexport function part${index}(n: number): string {\n  // ${prose.slice(0, 40)}\n  return n > ${index} ? "more" : \`less \${n}\`;\n}\n\`\`\`\n\n`;
  if (index % 10 === 8)
    return `| name | value |\n| --- | ---: |\n| ${words[index % 19]} | ${index} |\n| all | 10 |\n\n`;
  return `${prose}.\n\n`;
}

/** An answer of so many paragraphs. */
const answer = (seed: number, paragraphs: number): string =>
  Array.from({ length: paragraphs }, (_, index) => paragraph(seed + index)).join("");

export interface Written {
  title: string;
  /** Question and answer by turns. */
  messages: number;
  paragraphs: number;
  at: number;
  /** What the first question is about. */
  about?: string;
}

/** Writes a conversation as Brainstem keeps it; returns its id. */
export function writeConversation(home: string, { title, messages, paragraphs, at, about }: Written): string {
  const id = randomUUID();
  const lines: object[] = [{ v: 1, type: "created", title, at }];
  let parentId: string | null = null;
  for (let index = 0; index < messages; index += 1) {
    const user = index % 2 === 0;
    const text = user
      ? `Question ${index} about ${(index === 0 && about) || words[index % words.length]}`
      : answer(index, paragraphs);
    const message: { id: string; parentId: string | null; text: string; at: number } = {
      id: randomUUID(),
      parentId,
      text,
      at: at + index,
    };
    const said = user ? { ...message, role: "user" } : { ...message, role: "assistant", outcome: "done" };
    lines.push({ v: 1, type: "message", message: said, at: at + index });
    parentId = message.id;
  }
  const file = join(home, "conversations", `${id}.jsonl`);
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  return id;
}

/** Writes so many short conversations, one every two hours; the oldest is about xylophones. */
export function writeMany(home: string, count: number): void {
  const now = Date.now();
  for (let index = 0; index < count; index += 1) {
    const about = index === count - 1 ? "xylophones" : "tides";
    writeConversation(home, {
      title: `Talk ${index}`,
      messages: 6,
      paragraphs: 3,
      at: now - (index + 1) * 7_200_000,
      about,
    });
  }
}
