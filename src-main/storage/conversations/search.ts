import { readFile } from "node:fs/promises";
import type { SearchHit } from "../../../src-shared/conversation";
import { Breath } from "./breath";
import { textsOf } from "./message-texts";
import { snippetOf } from "./snippet";

/** A conversation that is looked through, with the size in bytes of its file, which tells its age. */
export interface Searched {
  readonly summary: { id: string };
  readonly size: number;
}

const READERS = 4;
const MOST_HITS = 200;
/** Characters of messages that are kept between searches. */
const KEPT_CHARACTERS = 50_000_000;

/** Looks through the messages of all branches. Keeps their texts, so that the next search need not read them. */
export class Search {
  private readonly kept = new Map<string, { size: number; texts: string[]; length: number }>();
  private keptCharacters = 0;

  /** `fileOf`: the file of a conversation; asked for those that are read. */
  constructor(private readonly fileOf: (id: string) => string) {}

  /** Lets go of all texts. */
  forget(): void {
    this.kept.clear();
    this.keptCharacters = 0;
  }

  /** The first match in each conversation, in the order given, at most 200; none once `signal` aborts. */
  async find(wanted: string, places: readonly Searched[], signal: AbortSignal): Promise<SearchHit[]> {
    const pattern = patternOf(wanted);
    if (!pattern) return [];
    const hits: (SearchHit | undefined)[] = [];
    let next = 0;
    let found = 0;
    const breath = new Breath();
    const readNext = async (): Promise<void> => {
      while (next < places.length && found < MOST_HITS && !signal.aborted) {
        const index = next++;
        const place = places[index];
        if (!place) return;
        const texts = this.known(place) ?? (await this.read(place, breath));
        for (const text of texts) {
          if (breath.due()) await breath.take();
          const match = pattern.exec(text);
          if (!match) continue;
          hits[index] = { id: place.summary.id, snippet: snippetOf(text, match.index, match[0].length) };
          found++;
          break;
        }
      }
    };
    await Promise.all(Array.from({ length: READERS }, readNext));
    return signal.aborted ? [] : hits.filter((hit) => hit !== undefined).slice(0, MOST_HITS);
  }

  private known({ summary: { id }, size }: Searched): string[] | undefined {
    const kept = this.kept.get(id);
    return kept?.size === size ? kept.texts : undefined;
  }

  private async read({ summary: { id }, size }: Searched, breath: Breath): Promise<string[]> {
    // A file that cannot be read has nothing to be found in.
    const bytes = await readFile(this.fileOf(id)).catch(() => Buffer.alloc(0));
    const texts = await textsOf(bytes, breath);
    this.keptCharacters -= this.kept.get(id)?.length ?? 0;
    this.kept.delete(id);
    const length = texts.reduce((sum, text) => sum + text.length, 0);
    if (this.keptCharacters + length <= KEPT_CHARACTERS) {
      this.kept.set(id, { size, texts, length });
      this.keptCharacters += length;
    }
    return texts;
  }
}

/** Finds the words whatever their case, and across line breaks; undefined when there are none. */
function patternOf(wanted: string): RegExp | undefined {
  const words = wanted.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return undefined;
  return new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("\\s+"), "iu");
}
