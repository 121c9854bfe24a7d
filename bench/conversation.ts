import type { Heard } from "./heard";
import type { Answer, Script, ScriptedTurn } from "./script";
import type { Brainstem, ChatMessage } from "./ways/brainstem";
import { question, weatherTool } from "./words";

interface Said {
  turn: ScriptedTurn;
  heard: Heard;
}

/** A client of Brainstem with its history: what it heard is what it sends along next time. */
export class Conversation {
  constructor(
    private readonly script: Script,
    private readonly brainstem: Brainstem,
    private readonly messages: ChatMessage[] = [],
  ) {}

  /** `leaveAfter`: breaks off after so many tokens; the history then holds only those. */
  async say(answer: Answer, leaveAfter?: number): Promise<Said> {
    const turn = this.script.announce(answer);
    this.messages.push({ role: "user", content: question(turn.mark) });
    const heard = await this.brainstem.ask(this.messages, leaveAfter === undefined ? {} : { leaveAfter });
    this.messages.push({ role: "assistant", content: heard.text.trim() });
    return { turn, heard };
  }

  /** The model is given a tool and calls it. */
  async sayWithTool(): Promise<Said> {
    const turn = this.script.announce({ tokens: 0, paceMs: 0, tool: weatherTool.function.name });
    this.messages.push({ role: "user", content: question(turn.mark) });
    const heard = await this.brainstem.ask(this.messages, { tools: [weatherTool] });
    const call = { name: weatherTool.function.name, arguments: '{"city":"Sofia"}' };
    this.messages.push({
      role: "assistant",
      tool_calls: [{ id: heard.toolCallId, type: "function", function: call }],
    });
    return { turn, heard };
  }

  /** Brings the result of the call that `asked` ended with. */
  async bringResult(asked: Said, answer: Answer): Promise<Said> {
    const turn = this.script.announce(answer);
    const content = `Sunny, 24 degrees. ${turn.mark}`;
    this.messages.push({ role: "tool", tool_call_id: asked.heard.toolCallId, content });
    const heard = await this.brainstem.ask(this.messages, { tools: [weatherTool] });
    this.messages.push({ role: "assistant", content: heard.text.trim() });
    return { turn, heard };
  }
}
