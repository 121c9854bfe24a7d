import type { ChatMessage, ConversationSummary } from "../../../src-shared/conversation";
import { type Entry, tidyTitle } from "./record";

/** A conversation's state as its entries tell it. */
export interface Replayed {
  /** Undefined when there is no entry at all. */
  summary: ConversationSummary | undefined;
  /** The messages from the root to the leaf, oldest first, with their siblings; unfinished ones are `streaming`. */
  branch: ChatMessage[];
  /** Those of all branches, parents first. */
  all: ChatMessage[];
}

type Children = Map<string | null, string[]>;
/** What streaming messages grew by since they were written, by their ids. */
type Grown = Map<string, { text: string[]; thinking: string[] }>;

/** Plays a conversation's entries back. Entries that refer to a lost message make the best of it. */
export function replay(id: string, entries: Entry[]): Replayed {
  const messages = new Map<string, ChatMessage>();
  const grown: Grown = new Map();
  const children: Children = new Map();
  let summary: ConversationSummary | undefined;
  let leaf: string | null = null;

  for (const entry of entries) {
    const at: number = "at" in entry ? entry.at : (summary?.updatedAt ?? 0);
    summary ??= { id, title: "Recovered conversation", createdAt: at, updatedAt: at, pinned: false };
    summary.updatedAt = at;
    Object.assign(summary, toldBy(entry, summary));
    if (entry.type === "message") {
      const { message } = entry;
      const known = messages.get(message.id);
      // A parent is always earlier in the file; where it was lost, the message follows the one before it.
      const found: boolean = message.parentId === null || messages.has(message.parentId);
      const parentId: string | null = known ? known.parentId : found ? message.parentId : leaf;
      messages.set(message.id, { ...message, parentId });
      grown.delete(message.id);
      if (known) continue;
      leaf = message.id;
      children.set(parentId, [...(children.get(parentId) ?? []), message.id]);
    } else if (entry.type === "branch") {
      if (messages.has(entry.id)) leaf = newestBelow(children, entry.id);
    } else if (entry.type === "append" && messages.get(entry.id)?.outcome === "streaming") {
      const pieces = grown.get(entry.id) ?? { text: [], thinking: [] };
      pieces.text.push(entry.text);
      pieces.thinking.push(entry.thinking);
      grown.set(entry.id, pieces);
    }
  }
  addGrown(messages, grown);
  return { summary, branch: branchTo(leaf, messages, children), all: [...messages.values()] };
}

/** What an entry says of the conversation itself. */
function toldBy(entry: Entry, { title }: ConversationSummary): Partial<ConversationSummary> {
  switch (entry.type) {
    case "created":
      return { title: tidyTitle(entry.title) || title, ...(entry.demo ? { demo: true } : {}) };
    case "title":
      return { title: tidyTitle(entry.title) || title };
    case "pinned":
      return { pinned: entry.pinned };
    case "options":
      return { options: entry.options };
    default:
      return {};
  }
}

function addGrown(messages: Map<string, ChatMessage>, grown: Grown): void {
  for (const [id, pieces] of grown) {
    const message = messages.get(id);
    if (!message) continue;
    const thinking = (message.thinking ?? "") + pieces.thinking.join("");
    const text = message.text + pieces.text.join("");
    messages.set(id, { ...message, text, ...(thinking && { thinking }) });
  }
}

/** The messages from the root to the leaf, each with its siblings where it has some. */
function branchTo(leaf: string | null, messages: ReadonlyMap<string, ChatMessage>, children: Children): ChatMessage[] {
  const branch: ChatMessage[] = [];
  for (let next = leaf === null ? undefined : messages.get(leaf); next; ) {
    const siblings = children.get(next.parentId) ?? [];
    branch.push(siblings.length > 1 ? { ...next, siblings } : next);
    next = next.parentId === null ? undefined : messages.get(next.parentId);
  }
  return branch.reverse();
}

/** The end of the branch that was last written to below a message. */
function newestBelow(children: Children, id: string): string {
  let found = id;
  for (let below = children.get(found); below; below = children.get(found)) found = below.at(-1) ?? found;
  return found;
}
