import type { Book } from "./book";
import { Conversation } from "./conversation";
import { type ProcessTree, readTree, settle } from "./processes";
import type { Stage } from "./stage";
import { question } from "./words";

const answer = { tokens: 12, paceMs: 30 };

/**
 * So many clients ask Brainstem at the same moment, each in a conversation of its own, `turns` times in a row. Returns
 * the processes when they took the most memory.
 */
export async function crowd(
  stage: Stage,
  book: Book,
  clients: number,
  turns: number,
): Promise<ProcessTree | undefined> {
  const conversations = Array.from({ length: clients }, () => new Conversation(stage.script, stage.brainstem()));
  let most: ProcessTree | undefined;
  for (let count = 0; count < turns; count += 1) {
    const kind = `d  ${clients} at once, ${count === 0 ? "first" : "later"} turns`;
    const look = setInterval(() => {
      const now = readTree(stage.pid());
      if (now && now.residentMiB > (most?.residentMiB ?? 0)) most = now;
    }, 200);
    const said = await Promise.all(conversations.map((conversation) => conversation.say(answer)));
    clearInterval(look);
    for (const { turn, heard } of said) book.note(kind, turn, heard);
    await settle(stage.pid());
  }
  return most;
}

/** The same with a process for each request, once. */
export async function crowdOfProcesses(stage: Stage, book: Book, clients: number): Promise<void> {
  const turns = Array.from({ length: clients }, () => stage.script.announce(answer));
  const heard = await Promise.all(turns.map((turn) => stage.processARequest.ask(question(turn.mark))));
  for (const [index, turn] of turns.entries()) {
    const one = heard[index];
    if (one) book.note(`b  ${clients} at once`, turn, one);
  }
}
