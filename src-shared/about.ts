import { z } from "zod";

/** What the window says about the app and where it runs. */
export const About = z.object({
  brainstem: z.string(),
  electron: z.string(),
  chromium: z.string(),
  node: z.string(),
  /** Absent while none was found. */
  claude: z.string().optional(),
  /** e.g. `Linux 6.8.0 (x64)`. */
  system: z.string(),
});
export type About = z.infer<typeof About>;

/** The licence of something that is part of the app. */
export const Notice = z.object({
  name: z.string(),
  version: z.string(),
  /** As an SPDX expression, e.g. `MIT`. */
  licence: z.string(),
  /** Its licence's whole text; empty where the package brings none. */
  text: z.string(),
});
export type Notice = z.infer<typeof Notice>;

/** What Brainstem keeps on this computer. */
export const DataInfo = z.object({
  folder: z.string(),
  /** Bytes of all of it, and of the conversations alone. */
  bytes: z.number(),
  conversationBytes: z.number(),
  conversations: z.number(),
  /** Conversations that are remembered for apps. */
  sessions: z.number(),
  jobs: z.number(),
  /** Turns whose usage is counted. */
  turns: z.number(),
});
export type DataInfo = z.infer<typeof DataInfo>;
