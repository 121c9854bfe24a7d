import type { ToolCall, TurnEvent } from "../../brain/turn";
import { WholeText } from "../request/whole-text";

interface Growing extends ToolCall {
  /** The call's place in the answer, from 0. */
  place: number;
  words: WholeText;
}

/** A piece of a tool call that can be told to the client. */
interface CallPiece {
  call: Growing;
  begins: boolean;
  arguments: string;
}

type ToolEvent = Extract<TurnEvent, { type: "tool_begin" | "tool_arguments" | "tool_end" }>;

/** The calls of one answer as they grow, counted from 0 whatever numbers the backend gives them. */
export class ToolCalls {
  readonly all: Growing[] = [];
  private readonly byIndex = new Map<number, Growing>();

  /** Undefined where there is nothing to tell yet. */
  take(event: ToolEvent): CallPiece | undefined {
    if (event.type === "tool_begin") {
      const place = this.all.length;
      const call = { id: event.id, name: event.name, arguments: "", place, words: new WholeText() };
      this.all.push(call);
      this.byIndex.set(event.index, call);
      return { call, begins: true, arguments: "" };
    }
    const call = this.byIndex.get(event.index);
    if (!call) return undefined;
    // A call without arguments is an empty object: clients parse them.
    const text =
      event.type === "tool_arguments"
        ? call.words.push(event.text)
        : call.words.flush() || (call.arguments ? "" : "{}");
    call.arguments += text;
    return text === "" ? undefined : { call, begins: false, arguments: text };
  }
}
