import { z } from "zod";
import { ChatMessage, type Conversation, ConversationOptions, Id } from "../../../src-shared/conversation";
import { Failure } from "../../failure";

/** A conversation as a file that another Brainstem can take in: every branch, and which of them is shown. */
export const ExchangeFile = z.object({
  format: z.literal("brainstem-conversation"),
  version: z.literal(1),
  title: z.string(),
  createdAt: z.number(),
  options: ConversationOptions.optional(),
  /** The end of the shown branch. */
  leafId: Id.nullable(),
  /** A parent comes before what follows it. */
  messages: z.array(ChatMessage).max(100_000),
});
export type ExchangeFile = z.infer<typeof ExchangeFile>;

/** Reads such a file; throws a sentence when it is none. */
export function readExchange(text: string): ExchangeFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Failure("file_not_json");
  }
  const parsed = ExchangeFile.safeParse(value);
  if (!parsed.success) throw new Failure("file_not_conversation");
  return parsed.data;
}

/** What a document says itself, in the person's language. */
export interface DocumentWords {
  you: string;
  answer: string;
  picture: (number: number) => string;
  file: (name: string) => string;
  failed: (message: ChatMessage) => string | undefined;
}

/** The shown branch as a document to read. */
export function toMarkdown({ title, messages }: Conversation, words: DocumentWords): string {
  const parts = messages.map((message) => {
    const { role, text, pictures = [], files = [] } = message;
    const failed = words.failed(message);
    return [
      `## ${role === "user" ? words.you : words.answer}`,
      ...pictures.map((_, index) => `*${words.picture(index + 1)}*`),
      ...files.map(({ name }) => `*${words.file(name)}*`),
      ...(text ? [text] : []),
      ...(failed ? [`> ${failed}`] : []),
    ].join("\n\n");
  });
  return `${[`# ${title}`, ...parts].join("\n\n")}\n`;
}

/** A title as the name of a file on any system, or else `untitled`. */
export function fileNameOf(title: string, ending: "md" | "json", untitled: string): string {
  const name = [...title]
    .map((character) => (character < " " || '\\/:*?"<>|'.includes(character) ? "-" : character))
    .slice(0, 80)
    .join("")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  return `${name || untitled}.${ending}`;
}
