import { randomUUID } from "node:crypto";
import { WholeText } from "../request/whole-text";
import type { GrowingItem, OutputEvent, Status } from "./growing-item";
import type { Item } from "./items";

/** A message or a summary of reasoning: one part of text that grows. */
export class TextItem implements GrowingItem {
  private readonly id: string;
  private readonly words = new WholeText();
  private text = "";

  constructor(
    readonly kind: "message" | "reasoning",
    readonly at: number,
  ) {
    this.id = `${kind === "message" ? "msg" : "rs"}_${randomUUID()}`;
  }

  begin(): OutputEvent[] {
    const added = { type: "response.output_item.added", output_index: this.at, item: this.item("in_progress") };
    return [added, { type: `${this.partEvent}.added`, ...this.where, part: this.part("") }];
  }

  push(piece: string): OutputEvent[] {
    const delta = this.words.push(piece);
    return delta === "" ? [] : [this.delta(delta)];
  }

  end(status: Status): OutputEvent[] {
    const rest = this.words.flush();
    const last = rest === "" ? [] : [this.delta(rest)];
    return [
      ...last,
      { type: `${this.textEvent}.done`, ...this.where, text: this.text, ...this.extras },
      { type: `${this.partEvent}.done`, ...this.where, part: this.part(this.text) },
      { type: "response.output_item.done", output_index: this.at, item: this.item(status) },
    ];
  }

  item(status: Status | "in_progress"): Item {
    const parts = status === "in_progress" ? [] : [this.part(this.text)];
    return this.kind === "message"
      ? { id: this.id, type: "message", status, role: "assistant", content: parts }
      : { id: this.id, type: "reasoning", summary: parts };
  }

  private delta(delta: string): OutputEvent {
    this.text += delta;
    return { type: `${this.textEvent}.delta`, ...this.where, delta, ...this.extras };
  }

  private part(text: string) {
    return this.kind === "message"
      ? { type: "output_text", text, annotations: [], logprobs: [] }
      : { type: "summary_text", text };
  }

  private get where() {
    const place = this.kind === "message" ? { content_index: 0 } : { summary_index: 0 };
    return { item_id: this.id, output_index: this.at, ...place };
  }

  private get extras() {
    return this.kind === "message" ? { logprobs: [] } : {};
  }

  private get partEvent() {
    return this.kind === "message" ? "response.content_part" : "response.reasoning_summary_part";
  }

  private get textEvent() {
    return this.kind === "message" ? "response.output_text" : "response.reasoning_summary_text";
  }
}
