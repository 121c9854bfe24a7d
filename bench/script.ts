import type { MessagesRequest, Recorded, Reply, Step } from "../src-main/demo/messages-api";

/** How the stand-in answers one turn. The first token leaves at once. */
export interface Answer {
  tokens: number;
  /** Milliseconds between two tokens. */
  paceMs: number;
  /** Ends the answer with a call of this tool. */
  tool?: string;
}

/** One turn as the stand-in knows it. */
export interface ScriptedTurn extends Answer {
  /** What has to be in the turn's last message, so that the stand-in knows it again. */
  mark: string;
  /** `performance.now()` of each token's write. */
  written: number[];
  /** The request that was answered with it. */
  recorded: Recorded | undefined;
}

/** What the stand-in says: every turn is announced here, then recognised by the mark in its last message. */
export class Script {
  private readonly turns = new Map<string, ScriptedTurn>();

  announce(answer: Answer): ScriptedTurn {
    const turn = { ...answer, mark: `[t${this.turns.size}]`, written: [], recorded: undefined };
    this.turns.set(turn.mark, turn);
    return turn;
  }

  readonly respond = (request: MessagesRequest, recorded: Recorded): Reply => {
    const last = request.messages.filter((message) => message.role === "user").pop();
    const mark = JSON.stringify(last?.content ?? "")
      .match(/\[t\d+\]/g)
      ?.pop();
    const turn = this.turns.get(mark ?? "");
    if (!turn || turn.recorded || !request.stream) return { steps: [{ text: "." }] };
    turn.recorded = recorded;
    return { steps: play(turn) };
  };
}

async function* play(turn: ScriptedTurn): AsyncGenerator<Step> {
  const began = performance.now();
  for (let index = 0; index < turn.tokens; index += 1) {
    const wait = began + index * turn.paceMs - performance.now();
    if (index > 0 && wait > 0) yield { wait };
    turn.written.push(performance.now());
    yield { text: `w${index} ` };
  }
  if (turn.tool)
    yield { tool: `mcp__client__${turn.tool}`, id: `toolu_${turn.mark.slice(1, -1)}`, input: ['{"city":"Sofia"}'] };
}
