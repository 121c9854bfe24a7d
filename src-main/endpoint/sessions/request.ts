import { z } from "zod";
import { wholeText } from "../request/whole-text";

/** Halves of surrogate pairs are refused: two such ids would be the same in UTF-8. */
export const SessionId = z
  .string()
  .min(1, "must not be empty")
  .max(200, "must be at most 200 characters")
  .refine((id) => wholeText(id) === id, "must be whole characters");

const longest = 200_000;

/** What a caller says in a session. Fields beside these are ignored. */
export const SessionRequest = z.object({
  session_id: SessionId,
  message: z
    .string()
    .max(longest)
    .refine((text) => text.trim() !== "", "must not be empty"),
  model: z.string().min(1).max(200).nullish(),
  /** Holds for this turn and the later ones that give none. */
  system_prompt: z.string().max(longest).nullish(),
});

export const SessionReply = z.object({ session_id: z.string(), reply: z.string() });
