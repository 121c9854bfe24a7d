import type { ChatMessage } from "../../../src-shared/conversation";

const LONGEST = 60;

/** A conversation's title from its first message: its first words, up to 60 characters, cut between words; or `picture`. */
export function titleOf({ text, files = [] }: Pick<ChatMessage, "text" | "files">, picture: string): string {
  const words = (text.trim() || files[0]?.name || "").replace(/\s+/g, " ").trim();
  if (!words) return picture;
  const characters = [...words];
  if (characters.length <= LONGEST) return words;
  const start = characters.slice(0, LONGEST).join("");
  const space = characters[LONGEST] === " " ? start.length : start.lastIndexOf(" ");
  return `${(space > 0 ? start.slice(0, space) : start).replace(/[\s,;:.–—-]+$/, "")}…`;
}
