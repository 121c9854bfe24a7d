import { z } from "zod";
import { ActivityEntry, TurnGrowth } from "../activity";
import { AgentList } from "../agents";
import { BackendStatus } from "../backends";
import { BrainStatus } from "../brain-status";
import { CallSummary, CallTurn } from "../calls";
import { ChatMessage, ConversationSummary, Id } from "../conversation";
import { JobEvent, JobId, JobSummary } from "../jobs";
import { QuickAskStatus } from "../quick-ask";
import { Settings } from "../settings";
import { StorageState } from "../storage-state";
import { Language, nothing } from "./route";

/** What the main process tells the window. */
export const events = {
  "brain.status": BrainStatus,
  "settings.changed": Settings,
  /** The window is to speak this from now on. */
  "language.changed": Language,
  "storage.changed": StorageState,
  /** A conversation was made, renamed, pinned or touched. */
  "conversation.changed": ConversationSummary,
  "conversation.removed": z.object({ id: Id }),
  /** A message was added or reached its final form. */
  "message.changed": z.object({ conversationId: Id, message: ChatMessage }),
  /** Text that was added to a streaming message since the last one; `seq` counts from 0 without gaps. */
  "message.delta": z.object({
    conversationId: Id,
    messageId: Id,
    seq: z.number().int(),
    text: z.string(),
    thinking: z.string(),
  }),
  /** A turn was asked, moved on or ended. */
  "activity.changed": ActivityEntry,
  /** All turns and calls that had ended are forgotten. */
  "activity.cleared": nothing,
  /** What a running turn's answer grew by, at most ten times a second. */
  "turn.grew": TurnGrowth,
  /** A call began, or one of its turns moved on. */
  "call.changed": CallSummary,
  /** A turn of the opened call, new or changed. */
  "call.turn": z.object({ callId: z.string(), turn: CallTurn }),
  /** All backends, whenever one of them changes. */
  "backends.changed": z.array(BackendStatus),
  /** A turn has been added: ask for the rows where they are shown. */
  "usage.changed": nothing,
  /** All agents, whenever one of their files changes. */
  "agents.changed": AgentList,
  /** A job began, asked, was answered or ended. */
  "job.changed": JobSummary,
  /** All jobs that had ended are forgotten. */
  "jobs.cleared": nothing,
  /** The next event of a running job; numbers count up without gaps. */
  "job.event": z.object({ jobId: JobId, event: JobEvent }),
  /** The global shortcut was taken or given back. */
  "quickAsk.changed": QuickAskStatus,
  /** The quick-ask window was brought to the front. */
  "quickAsk.shown": nothing,
  /** The tray, a second start or the quick-ask window asks for a page; for the chat, a conversation (null: a new one). */
  navigate: z.object({
    page: z.enum(["chat", "agents", "activity", "connect", "settings"]),
    chat: z.object({ id: Id.nullable(), text: z.string() }).optional(),
  }),
} as const;
