import { z } from "zod";
import { About, DataInfo, Notice } from "../about";
import { BrainStatus } from "../brain-status";
import { AttachedFile, AttachedPdf, ConversationSummary } from "../conversation";
import { Settings } from "../settings";
import { StorageState } from "../storage-state";
import { Language, nothing, route } from "./route";

/** The window as a whole: its start, settings, data, and what leaves it for the system. */
export const appRoutes = {
  /** Everything the window mirrors, at start and after a reload. */
  "app.snapshot": route(
    nothing,
    z.object({
      status: BrainStatus,
      settings: Settings,
      language: Language,
      conversations: z.array(ConversationSummary),
      storage: StorageState,
      version: z.string(),
    }),
  ),
  "settings.update": route(z.record(z.string(), z.record(z.string(), z.unknown())), Settings),
  "about.info": route(nothing, About),
  /** Of all that is in the bundles, by name. */
  "about.notices": route(nothing, z.array(Notice)),
  /** Copies what helps to find a fault: no key, no word of a person or a model. */
  "about.copyDiagnostics": route(nothing, nothing),
  "about.openLogs": route(nothing, nothing),
  "data.info": route(nothing, DataInfo),
  "data.openFolder": route(nothing, nothing),
  /** Asks where to; `saved` is how many conversations are in the file, null when none was chosen. */
  "data.export": route(nothing, z.object({ saved: z.number().nullable() })),
  /** Asks for such a file; null when none was chosen. `known` were here already and stay as they are. */
  "data.import": route(nothing, z.object({ added: z.number(), known: z.number() }).nullable()),
  /**
   * All that was said, for good: conversations, drafts, sessions, jobs (running ones are cancelled), the record of turns.
   * `conversations`: how many the person was told of; with another number nothing is deleted.
   */
  "data.deleteSaid": route(z.object({ conversations: z.number().int() }), nothing),
  /** For good: what turns used, and the record of turns. */
  "data.deleteUsage": route(nothing, nothing),
  "text.copy": route(z.string().max(5_000_000), nothing),
  /** Asks where to save a copy of an attached file. */
  "file.save": route(AttachedFile, z.object({ saved: z.boolean() })),
  /** Asks the person, then opens a copy of a PDF in the system's program. */
  "file.open": route(AttachedPdf, nothing),
  /** Asks the person, then opens an http(s) or mailto link in the browser. */
  "link.open": route(z.url({ protocol: /^(https?|mailto)$/ }), nothing),
} as const;
