import { randomUUID } from "node:crypto";
import { WholeText } from "../request/whole-text";
import type { GrowingItem, OutputEvent, Status } from "./growing-item";
import type { Item } from "./items";

/** One call of a client's function. */
export class CallItem implements GrowingItem {
  private readonly id = `fc_${randomUUID()}`;
  private readonly words = new WholeText();
  private json = "";

  constructor(
    readonly at: number,
    private readonly callId: string,
    private readonly name: string,
  ) {}

  begin(): OutputEvent[] {
    return [{ type: "response.output_item.added", output_index: this.at, item: this.item("in_progress") }];
  }

  push(piece: string): OutputEvent[] {
    const delta = this.words.push(piece);
    return delta === "" ? [] : [this.delta(delta)];
  }

  /** A call without arguments is one with an empty object: clients parse them. */
  end(status: Status): OutputEvent[] {
    const rest = this.words.flush() || (this.json === "" ? "{}" : "");
    const last = rest === "" ? [] : [this.delta(rest)];
    const done = {
      type: "response.function_call_arguments.done",
      ...this.where,
      name: this.name,
      arguments: this.json,
    };
    return [...last, done, { type: "response.output_item.done", output_index: this.at, item: this.item(status) }];
  }

  item(status: Status | "in_progress"): Item {
    const { id, callId, name, json } = this;
    return { id, type: "function_call", status, call_id: callId, name, arguments: json };
  }

  private delta(delta: string): OutputEvent {
    this.json += delta;
    return { type: "response.function_call_arguments.delta", ...this.where, delta };
  }

  private get where() {
    return { item_id: this.id, output_index: this.at };
  }
}
