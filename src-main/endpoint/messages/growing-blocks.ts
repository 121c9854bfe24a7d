import type { TurnEvent } from "../../brain/turn";
import { WholeText } from "../request/whole-text";

/** An event of the stream. */
export interface BlockEvent {
  type: "content_block_start" | "content_block_delta" | "content_block_stop";
  [field: string]: unknown;
}

interface Block {
  kind: "text" | "thinking" | "tool_use";
  at: number;
  words: WholeText;
  text: string;
  call: { id: string; name: string } | undefined;
}

/** The content blocks of one answer as they grow, and the events that tell so. */
export class GrowingBlocks {
  private readonly blocks: Block[] = [];
  private open: Block | undefined;
  private readonly calls = new Map<number, Block>();

  take(event: TurnEvent): BlockEvent[] {
    switch (event.type) {
      case "text":
      case "thinking":
        return event.text === "" ? [] : [...this.turnTo(event.type), ...this.push(this.open, event.text)];
      case "tool_begin": {
        const before = [...this.close(), ...this.closeCall(event.index)];
        const call = this.add("tool_use", { id: event.id, name: event.name });
        this.calls.set(event.index, call);
        return [...before, start(call)];
      }
      case "tool_arguments":
        return this.push(this.calls.get(event.index), event.text);
      case "tool_end":
        return this.closeCall(event.index);
      // Each model request of a turn has blocks of its own.
      case "step":
        return this.close();
      default:
        return [];
    }
  }

  /** Closes what is open. */
  end(): BlockEvent[] {
    return [...this.close(), ...[...this.calls.keys()].flatMap((index) => this.closeCall(index))];
  }

  /** The whole blocks, once they are closed. */
  content(): unknown[] {
    return this.blocks.map(({ kind, text, call }) => {
      if (kind === "text") return { type: "text", text };
      if (kind === "thinking") return { type: "thinking", thinking: text, signature: "" };
      return { type: "tool_use", ...call, input: parseInput(text) };
    });
  }

  private turnTo(kind: "text" | "thinking"): BlockEvent[] {
    if (this.open?.kind === kind) return [];
    const before = this.close();
    this.open = this.add(kind, undefined);
    return [...before, start(this.open)];
  }

  private add(kind: Block["kind"], call: Block["call"]): Block {
    const block = { kind, at: this.blocks.length, words: new WholeText(), text: "", call };
    this.blocks.push(block);
    return block;
  }

  private push(block: Block | undefined, piece: string): BlockEvent[] {
    const text = block?.words.push(piece);
    return block && text ? [grow(block, text)] : [];
  }

  private close(): BlockEvent[] {
    const closing = this.open;
    this.open = undefined;
    return closing ? stop(closing) : [];
  }

  private closeCall(index: number): BlockEvent[] {
    const closing = this.calls.get(index);
    this.calls.delete(index);
    return closing ? stop(closing) : [];
  }
}

const empty = { text: { text: "" }, thinking: { thinking: "", signature: "" }, tool_use: { input: {} } };

const start = ({ kind, at, call }: Block): BlockEvent => ({
  type: "content_block_start",
  index: at,
  content_block: { type: kind, ...call, ...empty[kind] },
});

function grow(block: Block, text: string): BlockEvent {
  block.text += text;
  const delta = {
    text: { type: "text_delta", text },
    thinking: { type: "thinking_delta", thinking: text },
    tool_use: { type: "input_json_delta", partial_json: text },
  }[block.kind];
  return { type: "content_block_delta", index: block.at, delta };
}

function stop(block: Block): BlockEvent[] {
  const rest = block.words.flush();
  const last = rest === "" ? [] : [grow(block, rest)];
  return [...last, { type: "content_block_stop", index: block.at }];
}

/** Arguments that were cut off are no JSON: such a call must not be run, and has no input. */
function parseInput(json: string): unknown {
  try {
    return JSON.parse(json || "{}");
  } catch {
    return {};
  }
}
