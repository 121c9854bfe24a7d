import { randomUUID } from "node:crypto";
import type { ChatMessage, Conversation, ConversationOptions } from "../../../src-shared/conversation";
import type { Settings } from "../../../src-shared/settings";
import { clientNames } from "../../../src-shared/usage";
import type { TurnRequest } from "../../brain/turn";
import { Failure } from "../../failure";
import type { ConversationStore } from "../../storage/conversations";
import { type Answer, type AnswerDeps, startAnswer } from "./answer";
import { historyOf } from "./history";
import { titleOf } from "./title";

type Said = Pick<ChatMessage, "text" | "pictures" | "files">;

/** The chat of the window: what is said is stored, and answered by the brain. */
export interface Chat {
  /** Stores the message and starts its answer; an answer that still runs there is stopped first. `options` are a new conversation's. */
  send(conversationId: string | null, said: Said, options?: ConversationOptions): Promise<string>;
  /** Says a message of the shown branch anew, beside the one it was, and answers it; its pictures and files stay. */
  edit(conversationId: string, messageId: string, text: string): Promise<void>;
  /** Shows the branch of a sibling of a shown message. */
  showBranch(conversationId: string, messageId: string): Promise<void>;
  /** Answers the last user message anew, beside the answer it had. */
  retry(conversationId: string): Promise<void>;
  /** Ends a running answer and resolves when it is stored. */
  stop(conversationId: string): Promise<void>;
  /** The conversation with its running answer as far as the window has heard of it. */
  open(conversationId: string): Promise<Conversation & { nextSeq?: number }>;
  /** Ends all answers as cut off, for the app's end. */
  close(): Promise<void>;
}

export interface ChatDeps extends AnswerDeps {
  conversations: ConversationStore;
  settings: () => Settings;
  /** Whether new conversations are the demo's, beside the person's own. */
  demo: () => boolean;
  /** The title of what begins with a picture and no words. */
  pictureTitle: () => string;
}

export function createChat(deps: ChatDeps): Chat {
  const { conversations, emit } = deps;
  const answers = new Map<string, Answer>();
  const oneByOne = createLane();

  const load = async (id: string): Promise<Conversation> => {
    const conversation = await conversations.open(id);
    if (!conversation) throw new Failure("conversation_gone");
    return conversation;
  };

  const create = async (said: Said, options: ConversationOptions = {}): Promise<string> => {
    const { id } = await conversations.create(titleOf(said, deps.pictureTitle()), deps.demo());
    if (Object.keys(options).length > 0) await conversations.setOptions(id, options);
    return id;
  };

  const end = async (id: string, outcome: "stopped" | "cut_off"): Promise<void> => {
    const answer = answers.get(id);
    answer?.end(outcome);
    await answer?.ended;
  };

  /** Works on a conversation as it stands once its answer has been stopped. */
  const workOn = (id: string, work: (conversation: Conversation) => Promise<void> | void): Promise<void> =>
    oneByOne(id, async () => {
      await end(id, "stopped");
      await work(await load(id));
    });

  const answerBranch = ({ id, options }: Conversation, branch: ChatMessage[], last: ChatMessage): void => {
    const answer = startAnswer(deps, id, last.id, turnFor(id, branch, deps.settings(), options));
    answers.set(id, answer);
    void answer.ended.then(() => {
      if (answers.get(id) === answer) answers.delete(id);
    });
  };

  /** Stores what was said below `before` and starts its answer. */
  const say = async (
    to: Conversation,
    before: ChatMessage[],
    { text, pictures = [], files = [] }: Said,
  ): Promise<void> => {
    const said: ChatMessage = {
      id: randomUUID(),
      parentId: before.at(-1)?.id ?? null,
      role: "user",
      text,
      ...(pictures.length > 0 ? { pictures } : {}),
      ...(files.length > 0 ? { files } : {}),
      at: Date.now(),
    };
    await conversations.append(to.id, said);
    emit("message.changed", { conversationId: to.id, message: said });
    answerBranch(to, [...before, said], said);
  };

  return {
    async send(conversationId, said, options) {
      if (isEmpty(said)) throw new Failure("nothing_to_send");
      const id = conversationId ?? (await create(said, options));
      await workOn(id, (conversation) => say(conversation, conversation.messages, said));
      return id;
    },
    edit: (id, messageId, text) =>
      workOn(id, async (conversation) => {
        const { messages } = conversation;
        const at = messages.findIndex((message) => message.id === messageId && message.role === "user");
        const was = messages[at];
        if (!was) throw new Failure("message_gone");
        const said: Said = { text, pictures: was.pictures, files: was.files };
        if (isEmpty(said)) throw new Failure("nothing_to_send");
        await say(conversation, messages.slice(0, at), said);
      }),
    showBranch: (id, messageId) =>
      workOn(id, async ({ messages }) => {
        if (!messages.some(({ siblings }) => siblings?.includes(messageId))) throw new Failure("message_gone");
        await conversations.showBranch(id, messageId);
      }),
    retry: (id) =>
      workOn(id, (conversation) => {
        const { messages } = conversation;
        const last = messages.map((message) => message.role).lastIndexOf("user");
        const asked = messages[last];
        if (!asked) throw new Failure("nothing_to_answer");
        answerBranch(conversation, messages.slice(0, last + 1), asked);
      }),
    stop: (id) => end(id, "stopped"),
    async open(id) {
      const conversation = await load(id);
      const answer = answers.get(id);
      if (!answer) return conversation;
      const growing = answer.message();
      return {
        ...conversation,
        nextSeq: answer.nextSeq(),
        messages: conversation.messages.map((message) =>
          message.id === growing.id ? { ...message, ...growing } : message,
        ),
      };
    },
    async close() {
      await Promise.all([...answers.keys()].map((id) => end(id, "cut_off")));
    },
  };
}

const isEmpty = ({ text, pictures = [], files = [] }: Said) =>
  text.trim() === "" && pictures.length + files.length === 0;

/** The turn that the last message of `branch` asks for; what the conversation does not choose is the settings' own. */
function turnFor(id: string, branch: ChatMessage[], settings: Settings, chosen: ConversationOptions = {}): TurnRequest {
  return {
    caller: { kind: "window", name: clientNames.window, conversation: id },
    model: chosen.model ?? settings.brain.model,
    ...(chosen.effort === undefined ? {} : { effort: chosen.effort }),
    system: chosen.system?.trim() ? [chosen.system] : [],
    messages: historyOf(branch),
    tools: [],
    toolChoice: { mode: "auto" },
    parallelToolCalls: true,
    stop: [],
    thinking: true,
  };
}

/** Runs the jobs of one key one after another: two quick sends must not read the same last message. */
function createLane(): (key: string, job: () => Promise<void>) => Promise<void> {
  const tails = new Map<string, Promise<void>>();
  return (key, job) => {
    const run = (tails.get(key) ?? Promise.resolve()).then(job);
    const tail = run.catch(() => {});
    tails.set(key, tail);
    void tail.then(() => {
      if (tails.get(key) === tail) tails.delete(key);
    });
    return run;
  };
}
