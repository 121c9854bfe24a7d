import type { Message } from "../../brain/turn";
import type { History, Item } from "./items";

interface Kept {
  history: History;
  itemIds: string[];
  size: number;
  at: number;
}

const maxResponses = 500;
const maxAgeMs = 3_600_000;
/** Characters of all histories; what a chain of responses shares counts for each. */
const maxSize = 64 * 1024 * 1024;

/** The latest responses, so that a client can go on by `previous_response_id`. Nothing of them reaches the disk. */
export class ResponseMemory {
  private readonly responses = new Map<string, Kept>();
  private readonly items = new Map<string, Item>();
  private size = 0;

  /** What had been said up to the end of this response. */
  history(id: string): History | undefined {
    this.prune();
    return this.responses.get(id)?.history;
  }

  item(id: string): Item | undefined {
    this.prune();
    return this.items.get(id);
  }

  /** `history` ends with what the response's items say. */
  keep(id: string, history: History, items: Item[]): void {
    const size = history.messages.reduce((sum, message) => sum + sizeOf(message), 0);
    const itemIds = items.flatMap((item) => (typeof item["id"] === "string" ? [item["id"]] : []));
    for (const [i, itemId] of itemIds.entries()) this.items.set(itemId, items[i] as Item);
    this.responses.set(id, { history, itemIds, size, at: performance.now() });
    this.size += size;
    this.prune();
  }

  private prune(): void {
    for (const [id, { itemIds, size, at }] of this.responses) {
      const fits = this.responses.size <= maxResponses && this.size <= maxSize;
      if (fits && performance.now() - at <= maxAgeMs) return;
      this.responses.delete(id);
      for (const itemId of itemIds) this.items.delete(itemId);
      this.size -= size;
    }
  }
}

function sizeOf(message: Message): number {
  if (message.role === "assistant") {
    return message.toolCalls.reduce((sum, call) => sum + call.arguments.length, message.text.length);
  }
  return message.content.reduce(
    (sum, part) => sum + (part.type === "text" ? part.text : part.type === "image_url" ? part.url : part.data).length,
    0,
  );
}
