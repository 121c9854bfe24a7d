import { z } from "zod";
import { Backend, BackendStatus } from "../backends";
import { nothing, route } from "./route";

/** The switch, the Claude CLI and its login, and what else can answer. */
export const brainRoutes = {
  "brain.start": route(nothing, nothing),
  "brain.stop": route(nothing, nothing),
  /** Opens a terminal with `claude auth login`. */
  "login.start": route(nothing, nothing),
  /** Looks at once for the CLI and its login; answers when it has looked. */
  "claude.look": route(nothing, nothing),
  /** Asks for the `claude` program's file and keeps it when it is one; refused with a sentence when it is not. */
  "claude.choose": route(nothing, z.object({ chosen: z.boolean() })),
  /** Lets the demo brain answer, or the person's own Claude again. */
  "demo.use": route(z.object({ on: z.boolean() }), nothing),
  "backends.list": route(nothing, z.array(BackendStatus)),
  /** Adds or changes one. `key`: a new key, empty to forget it, absent to leave it; it never comes back. */
  "backends.save": route(z.object({ backend: Backend, key: z.string().max(1000).optional() }), nothing),
  "backends.remove": route(z.object({ id: z.string().max(40) }), nothing),
  /** All that a conversation may choose as its model: models, other backends' as well, roles and agents. */
  "models.list": route(nothing, z.array(z.object({ id: z.string(), displayName: z.string().optional() }))),
} as const;
