import { z } from "zod";
import type { Message } from "../brain/turn";

const Exchange = z.object({ asked: z.string(), reply: z.string() });

/** What is kept of a session: the turns that were answered, oldest first. */
export const SessionRecord = z.object({
  version: z.literal(1),
  id: z.string(),
  /** The latest system prompt that was given; empty: none. */
  systemPrompt: z.string(),
  turns: z.array(Exchange),
});
export type SessionRecord = z.infer<typeof SessionRecord>;

/** Characters of a session that are remembered: what a model's context surely holds, with room for an answer. */
const maxCharacters = 300_000;

export const emptyRecord = (id: string): SessionRecord => ({ version: 1, id, systemPrompt: "", turns: [] });

/** The session as the brain takes a history. */
export function toMessages({ turns }: SessionRecord, asked: string): Message[] {
  const question = (text: string): Message => ({ role: "user", content: [{ type: "text", text }] });
  const history = turns.flatMap((turn): Message[] => {
    const answer: Message = { role: "assistant", text: turn.reply, toolCalls: [] };
    return turn.reply === "" ? [question(turn.asked)] : [question(turn.asked), answer];
  });
  return [...history, question(asked)];
}

/**
 * Takes the oldest turns out of a session that outgrew its bounds, and a quarter more: each time the beginning changes,
 * a process that holds the conversation cannot go on with it.
 */
export function trim(record: SessionRecord, maxTurns: number): SessionRecord {
  const { turns } = record;
  if (turns.length <= maxTurns && characters(turns) <= maxCharacters) return record;
  const turnsLeft = Math.ceil((maxTurns * 3) / 4);
  let kept = turns.slice(-turnsLeft);
  while (kept.length > 1 && characters(kept) > (maxCharacters * 3) / 4) kept = kept.slice(1);
  return { ...record, turns: kept };
}

const characters = (turns: SessionRecord["turns"]) =>
  turns.reduce((sum, { asked, reply }) => sum + asked.length + reply.length, 0);
