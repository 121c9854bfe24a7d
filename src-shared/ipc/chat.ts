import { z } from "zod";
import { AttachedFile, Conversation, ConversationOptions, Id, maxFiles, Picture, SearchHit } from "../conversation";
import { Attachments } from "../drafts";
import { nothing, route } from "./route";

/** Conversations and what is said in them. */
export const chatRoutes = {
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
  /** What is attached to the message that is being written, for `new` or a conversation. */
  "drafts.read": route(z.object({ chat: Id }), Attachments),
  "drafts.keep": route(Attachments.extend({ chat: Id }), nothing),
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
} as const;
