import type { History, Item } from "./items";

/** What is looked at of a response object; all of it is kept. */
export interface KeptResponse {
  id: string;
  output: Item[];
}

interface Kept {
  response: KeptResponse;
  history: History;
  size: number;
  at: number;
}

const maxResponses = 500;
const maxAgeMs = 3_600_000;
/** Characters of all that is kept; what a chain of responses shares counts for each. One request may have half of it. */
const maxSize = 64 * 1024 * 1024;

/** The latest responses, so that a client can go on from them or read them again. Nothing of them reaches the disk. */
export class ResponseMemory {
  private readonly responses = new Map<string, Kept>();
  private readonly items = new Map<string, Item>();
  private size = 0;
  /** Counts how often all was forgotten: what was asked before is not kept afterwards. */
  era = 0;

  /** What had been said up to the end of this response. */
  history(id: string): History | undefined {
    this.prune();
    return this.responses.get(id)?.history;
  }

  response(id: string): KeptResponse | undefined {
    this.prune();
    return this.responses.get(id)?.response;
  }

  item(id: string): Item | undefined {
    this.prune();
    return this.items.get(id);
  }

  /** `history` ends with what the response's items say. */
  keep(response: KeptResponse, history: History): void {
    const size = sizeOf(response) + sizeOf(history);
    for (const item of response.output) if (typeof item["id"] === "string") this.items.set(item["id"], item);
    this.responses.set(response.id, { response, history, size, at: performance.now() });
    this.size += size;
    this.prune();
  }

  /** Whether it was kept. */
  forget(id: string): boolean {
    const kept = this.responses.get(id);
    if (!kept) return false;
    this.responses.delete(id);
    for (const item of kept.response.output) this.items.delete(String(item["id"]));
    this.size -= kept.size;
    return true;
  }

  forgetAll(): void {
    this.era += 1;
    for (const id of [...this.responses.keys()]) this.forget(id);
  }

  /** Forgets what is too old or too much. */
  prune(): void {
    for (const [id, { at }] of this.responses) {
      const fits = this.responses.size <= maxResponses && this.size <= maxSize;
      if (fits && performance.now() - at <= maxAgeMs) return;
      this.forget(id);
    }
  }
}

/** Characters of all texts in it, names of fields too, and a little for each value: nothing is copied for that. */
function sizeOf(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 8;
  return Object.entries(value).reduce((sum, [name, each]) => sum + name.length + sizeOf(each), 16);
}
