import type { TurnEvent } from "../../brain/turn";
import { CallItem } from "./call-item";
import type { GrowingItem, OutputEvent, Status } from "./growing-item";
import type { Item } from "./items";
import { TextItem } from "./text-item";

/** The items of one response as they grow, and the events that tell so. */
export class Output {
  /** Each as it is by now, in the order of `output_index`; whole once it is closed. */
  readonly items: Item[] = [];
  private text: TextItem | undefined;
  private readonly calls = new Map<number, CallItem>();

  take(event: TurnEvent): OutputEvent[] {
    switch (event.type) {
      case "text":
        return this.grow("message", event.text);
      case "thinking":
        return this.grow("reasoning", event.text);
      case "tool_begin": {
        const call = new CallItem(this.items.length, event.id, event.name);
        const before = [...this.closeText("completed"), ...this.closeCall(event.index, "completed")];
        this.calls.set(event.index, call);
        return [...before, ...this.begin(call)];
      }
      case "tool_arguments":
        return this.calls.get(event.index)?.push(event.text) ?? [];
      case "tool_end":
        return this.closeCall(event.index, "completed");
      // Each model request of a turn has items of its own.
      case "step":
        return this.closeText("completed");
      default:
        return [];
    }
  }

  /** Closes what is open. An answer of nothing is an empty message: clients look for one. */
  close(status: Status): OutputEvent[] {
    const opened = this.items.length === 0 ? this.openText("message") : [];
    const calls = [...this.calls.keys()].flatMap((index) => this.closeCall(index, status));
    return [...opened, ...this.closeText(status), ...calls];
  }

  private grow(kind: TextItem["kind"], piece: string): OutputEvent[] {
    if (piece === "") return [];
    const opened = this.text?.kind === kind ? [] : [...this.closeText("completed"), ...this.openText(kind)];
    return [...opened, ...(this.text?.push(piece) ?? [])];
  }

  private openText(kind: TextItem["kind"]): OutputEvent[] {
    this.text = new TextItem(kind, this.items.length);
    return this.begin(this.text);
  }

  private closeText(status: Status): OutputEvent[] {
    const closing = this.text;
    this.text = undefined;
    return closing ? this.end(closing, status) : [];
  }

  private closeCall(index: number, status: Status): OutputEvent[] {
    const closing = this.calls.get(index);
    this.calls.delete(index);
    return closing ? this.end(closing, status) : [];
  }

  private begin(item: GrowingItem): OutputEvent[] {
    this.items[item.at] = item.item("in_progress");
    return item.begin();
  }

  private end(item: GrowingItem, status: Status): OutputEvent[] {
    const events = item.end(status);
    this.items[item.at] = item.item(status);
    return events;
  }
}
