import { z } from "zod";

/** Why the brain is in the `error` state; each has its own help in the window. */
export const ErrorReason = z.enum([
  "cli_missing",
  "cli_unresponsive",
  "cli_too_old",
  "not_logged_in",
  "port_taken",
  "cli_crashed",
]);
export type ErrorReason = z.infer<typeof ErrorReason>;

/** Who is logged in, as far as the CLI tells. */
export const ClaudeLogin = z.object({
  email: z.string().optional(),
  /** The subscription, e.g. `pro` or `max`. */
  plan: z.string().optional(),
});
export type ClaudeLogin = z.infer<typeof ClaudeLogin>;

/** The brain as the window, the tray and `GET /health` show it. */
export const BrainStatus = z.object({
  state: z.enum(["stopped", "starting", "ready", "busy", "error"]),
  /** A short phrase, e.g. "not logged in"; only in `error`. */
  reason: z.string().optional(),
  code: ErrorReason.optional(),
  /** What a person can do about it, a sentence or two; a command stands in backticks. */
  help: z.string().optional(),
  /** e.g. `http://127.0.0.1:7411/v1` while the endpoint listens. */
  baseUrl: z.string().optional(),
  /** Where other computers reach the endpoint; present while it is to be open to the network, empty when it is not. */
  lan: z.array(z.string()).optional(),
  /** Why it is not open to the network though it should be. */
  lanProblem: z.enum(["short_key", "no_network"]).optional(),
  cliVersion: z.string().optional(),
  cliPath: z.string().optional(),
  login: ClaudeLogin.optional(),
  /** Set when the CLI talks to something other than Anthropic; it receives the login. */
  upstream: z.string().optional(),
  /** The built-in demo brain answers. */
  demo: z.boolean(),
  /** The person chose the demo in the window, so there is a way back. */
  demoChosen: z.boolean().optional(),
});
export type BrainStatus = z.infer<typeof BrainStatus>;
