import { z } from "zod";
import { About, DataInfo, Notice } from "./about";
import { ActivityEntry, TurnGrowth } from "./activity";
import { Agent, AgentList } from "./agents";
import { Backend, BackendStatus } from "./backends";
import { BrainStatus } from "./brain-status";
import { Call, CallSummary, CallTurn } from "./calls";
import {
  AttachedFile,
  ChatMessage,
  Conversation,
  ConversationOptions,
  ConversationSummary,
  Id,
  maxFiles,
  Picture,
  SearchHit,
} from "./conversation";
import { EndpointTest, KeyKeeping } from "./endpoint";
import { Job, JobEvent, JobId, JobStart, JobSummary } from "./jobs";
import { QuickAskStatus } from "./quick-ask";
import { languages, Settings } from "./settings";
import { snippetNames } from "./snippets";
import { StorageState } from "./storage-state";
import { UsageRow } from "./usage";

/**
 * The contract between the window and the main process. The window asks on one channel (`brainstem:request`) and
 * hears on one (`brainstem:event`); both sides parse with these schemas, and nothing else crosses.
 */

const route = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });
const nothing = z.undefined();
/** The one that is spoken; "system" is resolved. */
const Language = z.enum(languages);

export const routes = {
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
  /** For good. `count`: the conversations that the person was told of; with another number nothing is deleted. */
  "data.deleteConversations": route(z.object({ count: z.number().int() }), nothing),
  /** For good: what turns used, and the record of turns. */
  "data.deleteUsage": route(nothing, nothing),
  "brain.start": route(nothing, nothing),
  "brain.stop": route(nothing, nothing),
  /** Appends the message and starts the answer; a new conversation when `conversationId` is null. */
  "chat.send": route(
    z.object({
      conversationId: Id.nullable(),
      text: z.string().max(1_000_000),
      pictures: z.array(Picture).max(20),
      files: z.array(AttachedFile).max(maxFiles).default([]),
      /** For a new conversation. */
      options: ConversationOptions.optional(),
    }),
    z.object({ conversationId: Id }),
  ),
  /** Says a sent message anew, beside the one it was, and answers it. Its pictures and files stay with it. */
  "chat.edit": route(z.object({ conversationId: Id, messageId: Id, text: z.string().max(1_000_000) }), nothing),
  "chat.stop": route(z.object({ conversationId: Id }), nothing),
  /** Answers the last user message anew. */
  "chat.retry": route(z.object({ conversationId: Id }), nothing),
  /**
   * While an answer streams, its message holds the text so far and `nextSeq` the `seq` of the first delta that is not
   * in that text.
   */
  "conversations.open": route(z.object({ id: Id }), Conversation.extend({ nextSeq: z.number().int().optional() })),
  /** Looks through the messages, newest conversation first; a later search ends this one with nothing. */
  "conversations.search": route(z.object({ text: z.string().max(1000) }), z.array(SearchHit)),
  /** Shows the branch of a sibling of a shown message, down to what came last there. Ends a running answer. */
  "conversations.showBranch": route(z.object({ id: Id, messageId: Id }), nothing),
  "conversations.rename": route(z.object({ id: Id, title: z.string().trim().min(1).max(200) }), nothing),
  /** From its next turn on. */
  "conversations.setOptions": route(z.object({ id: Id, options: ConversationOptions }), nothing),
  "conversations.pin": route(z.object({ id: Id, pinned: z.boolean() }), nothing),
  /** Asks where to save it: Markdown has the shown branch to read, JSON all of it, to be imported. */
  "conversations.export": route(
    z.object({ id: Id, format: z.enum(["markdown", "json"]) }),
    z.object({ saved: z.boolean() }),
  ),
  /** Asks for a file that was exported as JSON; null when none was chosen. */
  "conversations.import": route(nothing, z.object({ id: Id.nullable() })),
  /** Puts it aside; `conversations.restore` brings it back until the app quits. */
  "conversations.delete": route(z.object({ id: Id }), nothing),
  "conversations.restore": route(z.object({ id: Id }), nothing),
  /** Copies in the main process, so the key itself crosses only for `endpoint.revealKey`. */
  "endpoint.copyUrl": route(nothing, nothing),
  "endpoint.copyKey": route(nothing, nothing),
  "endpoint.revealKey": route(nothing, z.string()),
  "endpoint.keyKeeping": route(nothing, KeyKeeping),
  /** Makes a new key; the old one is refused from then on. */
  "endpoint.rotateKey": route(nothing, nothing),
  /** Copies a snippet with the address and the key in place. */
  "endpoint.copySnippet": route(
    z.object({ name: z.enum(snippetNames), model: z.string().regex(/^[\w.:[\]/-]{1,100}$/) }),
    nothing,
  ),
  /** Asks the endpoint over HTTP, as an app would. */
  "endpoint.test": route(nothing, EndpointTest),
  "settings.update": route(z.record(z.string(), z.record(z.string(), z.unknown())), Settings),
  "backends.list": route(nothing, z.array(BackendStatus)),
  /** Adds or changes one. `key`: a new key, empty to forget it, absent to leave it; it never comes back. */
  "backends.save": route(z.object({ backend: Backend, key: z.string().max(1000).optional() }), nothing),
  "backends.remove": route(z.object({ id: z.string().max(40) }), nothing),
  /** Summed up by day, backend, model and client; newest day first. */
  "usage.list": route(nothing, z.array(UsageRow)),
  /** Asks where to save the rows as CSV. */
  "usage.export": route(nothing, z.object({ saved: z.boolean() })),
  /** All that a conversation may choose as its model: models, other backends' as well, roles and agents. */
  "models.list": route(nothing, z.array(z.object({ id: z.string(), displayName: z.string().optional() }))),
  "agents.list": route(nothing, AgentList),
  /** Makes or replaces one; `was` is the name it had before, where that changes. */
  "agents.save": route(z.object({ agent: Agent, was: z.string().max(100).optional() }), nothing),
  "agents.remove": route(z.object({ name: z.string().max(100) }), nothing),
  /** Newest first. */
  "jobs.list": route(z.object({ limit: z.number().int().min(1).max(1000) }), z.array(JobSummary)),
  /** `job.event` goes on with the number behind the last of `events`. */
  "jobs.open": route(z.object({ id: JobId }), z.object({ job: Job, events: z.array(JobEvent) })),
  "jobs.start": route(JobStart, z.object({ id: JobId })),
  /** Answers when none of the job's processes is left. */
  "jobs.cancel": route(z.object({ id: JobId }), nothing),
  /** Answers a permission question; `message` is told to the agent when it is not allowed. */
  "jobs.confirm": route(
    z.object({
      id: JobId,
      questionId: z.string().max(100),
      allow: z.boolean(),
      message: z.string().max(2000).optional(),
    }),
    nothing,
  ),
  "text.copy": route(z.string().max(5_000_000), nothing),
  /** The latest 200 turns, newest first. */
  "activity.list": route(nothing, z.array(ActivityEntry)),
  /** Copies a command that asks an app's question again, with the address and the key in place. */
  "activity.copyCurl": route(z.object({ id: z.uuid() }), nothing),
  /** The latest calls (conversations of a caller), the most recently used first. */
  "calls.list": route(nothing, z.array(CallSummary)),
  /** A call with its turns; `call.turn` is told of it until the next is opened. Null where it is no longer kept. */
  "calls.open": route(z.object({ id: z.uuid() }), Call.nullable()),
  "calls.close": route(nothing, nothing),
  /** Asks the person, then opens an http(s) or mailto link in the browser. */
  "link.open": route(z.url({ protocol: /^(https?|mailto)$/ }), nothing),
  /** Opens a terminal with `claude auth login`. */
  "login.start": route(nothing, nothing),
  /** Looks at once for the CLI and its login; answers when it has looked. */
  "claude.look": route(nothing, nothing),
  /** Asks for the `claude` program's file and keeps it when it is one; refused with a sentence when it is not. */
  "claude.choose": route(nothing, z.object({ chosen: z.boolean() })),
  /** Lets the demo brain answer, or the person's own Claude again. */
  "demo.use": route(z.object({ on: z.boolean() }), nothing),
  "quickAsk.status": route(nothing, QuickAskStatus),
  "quickAsk.show": route(nothing, nothing),
  "quickAsk.hide": route(nothing, nothing),
  /** How high its page is, in CSS pixels, and whether something is in it: an empty one goes when another window is used. */
  "quickAsk.fit": route(z.object({ height: z.number().min(1).max(5000), empty: z.boolean() }), nothing),
  /** Goes on in the main window, with what was typed there; a new chat for null. */
  "quickAsk.goOn": route(z.object({ conversationId: Id.nullable(), text: z.string().max(1_000_000) }), nothing),
} as const;

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
  /** What a running turn's answer grew by, at most ten times a second. */
  "turn.grew": TurnGrowth,
  /** A call began, or one of its turns moved on. */
  "call.changed": CallSummary,
  /** A turn of the opened call, new or changed. */
  "call.turn": z.object({ callId: z.string(), turn: CallTurn }),
  /** All backends, whenever one of them changes. */
  "backends.changed": z.array(BackendStatus),
  /** A turn has been added: ask for the rows where they are shown. */
  "usage.changed": z.undefined(),
  /** All agents, whenever one of their files changes. */
  "agents.changed": AgentList,
  /** A job began, asked, was answered or ended. */
  "job.changed": JobSummary,
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

export type RouteName = keyof typeof routes;
export type RouteInput<N extends RouteName> = z.input<(typeof routes)[N]["input"]>;
export type RouteOutput<N extends RouteName> = z.output<(typeof routes)[N]["output"]>;
export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]>;

/** What a request comes back as: Electron's own rejections lose code and data. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: { message: string } };

/** `window.brainstem`, the only thing the preload exposes. */
export interface Bridge {
  request<N extends RouteName>(name: N, input: RouteInput<N>): Promise<Reply<RouteOutput<N>>>;
  /** Returns the function that ends the subscription. */
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
}
