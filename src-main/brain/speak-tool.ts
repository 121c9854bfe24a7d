import { SpokenArgument } from "./spoken-argument";
import type { TurnEvent } from "./turn";

/** A tool of the client whose text argument is what the model says. */
export interface SpeakTool {
  tool: string;
  argument: string;
}

/**
 * The same turn with the words of a speaking tool told as text, while its arguments are still incomplete. The call
 * itself is not told: a turn without other calls ends with `stop`, and in the history that the caller sends next there
 * is only the text. A call that says nothing (no such argument, or no string) is told as any other call is.
 */
export async function* speak(events: AsyncIterable<TurnEvent>, speakTool: SpeakTool): AsyncGenerator<TurnEvent> {
  const speech = new Speech(speakTool);
  for await (const event of events) yield* speech.pass(event);
}

type ToolBegin = Extract<TurnEvent, { type: "tool_begin" }>;

interface SpokenCall {
  begin: ToolBegin;
  /** The arguments until the text is found. */
  json: string;
  argument: SpokenArgument;
  said: boolean;
}

/** {@link speak}, event by event, for one turn. */
export class Speech {
  private readonly calls = new Map<number, SpokenCall>();
  private spoke = false;
  private told = false;
  private lastText = "";

  constructor(private readonly speakTool: SpeakTool) {}

  /** What is told for an event. */
  pass(event: TurnEvent): TurnEvent[] {
    switch (event.type) {
      case "text":
        this.lastText = event.text || this.lastText;
        return [event];
      case "tool_begin":
        return this.begin(event);
      case "tool_arguments": {
        const call = this.calls.get(event.index);
        return call ? this.grow(call, event.text) : [event];
      }
      case "tool_end":
        return this.calls.has(event.index) ? this.end(event.index) : [event];
      case "done": {
        const unspoken = [...this.calls.keys()].flatMap((index) => this.end(index));
        const onlySpoke = this.spoke && !this.told && event.finishReason === "tool_calls";
        return [...unspoken, onlySpoke ? { ...event, finishReason: "stop" } : event];
      }
      default:
        return [event];
    }
  }

  private begin(event: ToolBegin): TurnEvent[] {
    if (event.name !== this.speakTool.tool) {
      this.told = true;
      return [event];
    }
    const argument = new SpokenArgument(this.speakTool.argument);
    this.calls.set(event.index, { begin: event, json: "", argument, said: false });
    return [];
  }

  private grow(call: SpokenCall, piece: string): TurnEvent[] {
    if (!call.argument.found) call.json += piece;
    const text = call.argument.push(piece);
    if (call.argument.found) this.spoke = true;
    if (text === "") return [];
    // The words of two texts must not run into each other.
    const apart = call.said || this.lastText === "" || /\s$/.test(this.lastText) ? "" : "\n";
    call.said = true;
    this.lastText = text;
    return [{ type: "text", text: apart + text }];
  }

  private end(index: number): TurnEvent[] {
    const call = this.calls.get(index);
    this.calls.delete(index);
    if (!call || call.argument.found) return [];
    this.told = true;
    const words: TurnEvent[] = call.json === "" ? [] : [{ type: "tool_arguments", index, text: call.json }];
    return [call.begin, ...words, { type: "tool_end", index }];
  }
}
