import type { Book } from "./book";
import { Conversation } from "./conversation";
import { settle } from "./processes";
import type { Answer } from "./script";
import type { Stage } from "./stage";
import { longHistory, question } from "./words";

/** The kinds of turns, in the words of the report. */
export const kinds = {
  direct: "a  stand-in, asked directly",
  processARequest: "b  one CLI process a request",
  warmProcess: "c  one warm CLI process, by hand",
  first: "d  Brainstem, first turn",
  second: "d  second turn",
  next: "d  next turn, conversation of many",
  afterBargeIn: "d  after barge-in",
  afterBargeInAtOnce: "d  after barge-in, asked at once",
  afterLongBargeIn: "d  after barge-in, 100 turns behind it",
  toolCall: "d  with a tool, up to its call",
  toolResult: "d  with the tool's result",
} as const;

/** About the pace of a model; the answers whose tokens are compared are longer. */
const compared: Answer = { tokens: 12, paceMs: 30 };
const short: Answer = { tokens: 4, paceMs: 30 };
/** Never heard to its end. */
const long: Answer = { tokens: 100, paceMs: 30 };
const heardBeforeBargeIn = 3;

/**
 * Every kind of turn once, one after the other, so that a slow moment of the machine meets all of them. Returns a
 * function that plays one such round.
 */
export async function createRounds(stage: Stage, book: Book): Promise<() => Promise<void>> {
  const { script } = stage;
  const rest = () => settle(stage.pid());
  const converse = (messages = longHistory(0)) => new Conversation(script, stage.brainstem(), messages);

  async function bargeIn(conversation: Conversation): Promise<void> {
    const { turn, heard } = await conversation.say(long, heardBeforeBargeIn);
    await turn.recorded?.aborted;
    book.bargeIns.push((turn.recorded?.abortedAt ?? Number.NaN) - heard.leftAt);
  }

  async function byOthers(): Promise<void> {
    for (const way of ["direct", "processARequest", "warmProcess"] as const) {
      const turn = script.announce(way === "processARequest" ? short : compared);
      book.note(kinds[way], turn, await stage[way].ask(question(turn.mark)));
    }
  }

  async function say(kind: string, conversation: Conversation, answer = short): Promise<void> {
    const { turn, heard } = await conversation.say(answer);
    book.note(kind, turn, heard);
    await rest();
  }

  const going = converse();
  const longOne = converse(longHistory(100));
  const warmUp = script.announce(short);
  await stage.warmProcess.ask(question(warmUp.mark));
  for (const conversation of [going, longOne]) {
    await conversation.say(short);
    await rest();
  }

  return async () => {
    await byOthers();
    const fresh = converse();
    await say(kinds.first, fresh);
    await say(kinds.second, fresh);
    await say(kinds.next, going, compared);

    await bargeIn(fresh);
    await rest();
    await say(kinds.afterBargeIn, fresh);
    await bargeIn(fresh);
    await say(kinds.afterBargeInAtOnce, fresh);
    await bargeIn(longOne);
    await rest();
    await say(kinds.afterLongBargeIn, longOne);

    const withTool = converse();
    const asked = await withTool.sayWithTool();
    book.note(kinds.toolCall, asked.turn, asked.heard);
    await rest();
    const told = await withTool.bringResult(asked, short);
    book.note(kinds.toolResult, told.turn, told.heard);
    await rest();
  };
}
