import { z } from "zod";

/** Fixed id of the person's own Claude CLI, which is always there. */
export const claudeCliId = "claude-cli";

/** A backend beside the Claude CLI. Its key is kept with the secrets, never here. */
export const Backend = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "must be lower-case letters, digits and dashes")
    .refine((id) => id !== claudeCliId && id !== "agent", "is taken"),
  kind: z.enum(["anthropic-api", "openai-compatible", "gemini-cli"]),
  name: z.string().trim().min(1).max(80),
  /** With `openai-compatible`: the address before `/chat/completions`, e.g. `http://127.0.0.1:11434/v1`. */
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .or(z.literal(""))
    .default(""),
  /** Models to offer; empty: those that the backend lists itself. */
  models: z.array(z.string().min(1).max(200)).max(200).default([]),
  /** With `gemini-cli`: a key of its own, or the person's own login. */
  login: z.enum(["key", "own"]).default("key"),
});
export type Backend = z.infer<typeof Backend>;

/** Where a role's turns go. An empty model is the backend's default. */
export const Slot = z.object({ backend: z.string().max(40), model: z.string().max(200) });
export type Slot = z.infer<typeof Slot>;

export const slotNames = ["primary", "backup_1", "backup_2"] as const;
export type SlotName = (typeof slotNames)[number];

/** A role is a name that callers use as a model; its slots are tried in order. */
export const Role = z.object({
  name: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, "must be lower-case letters, digits, dashes and underscores"),
  primary: Slot.nullable().default(null),
  backup_1: Slot.nullable().default(null),
  backup_2: Slot.nullable().default(null),
});
export type Role = z.infer<typeof Role>;

/** Why a backend cannot answer; each has its words in the window. */
export const BackendTrouble = z.enum([
  "cli_missing",
  "cli_unresponsive",
  "cli_too_old",
  "cli_crashed",
  "not_logged_in",
  "port_taken",
  "key_missing",
  "key_refused",
  "address_missing",
  "unreachable",
  "no_models",
]);
export type BackendTrouble = z.infer<typeof BackendTrouble>;

/** A backend as Settings shows it. */
export const BackendStatus = z.object({
  id: z.string(),
  kind: z.enum(["claude-cli", ...Backend.shape.kind.options]),
  name: z.string(),
  state: z.enum(["stopped", "starting", "ready", "error"]),
  /** An English phrase, which knows the details. */
  reason: z.string().optional(),
  code: BackendTrouble.optional(),
  help: z.string().optional(),
  models: z.array(z.string()),
  /** Whether a key is kept for it. */
  hasKey: z.boolean(),
});
export type BackendStatus = z.infer<typeof BackendStatus>;
