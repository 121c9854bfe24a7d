import { startTransition, useEffect, useState } from "react";
import type { SearchHit } from "../../src-shared/conversation";
import { useConversations, useStores } from "../stores/use-stores";

export type Snippet = SearchHit["snippet"];

const none: ReadonlyMap<string, Snippet> = new Map();
const pauseMs = 120;

/**
 * Where the words stand in messages, by conversation; looked for again when a conversation changes. What was found last
 * stays until the next is known.
 */
export function useSearch(wanted: string): ReadonlyMap<string, Snippet> {
  const { ask } = useStores();
  const byId = useConversations((state) => state.byId);
  const [found, setFound] = useState(none);
  useEffect(() => {
    if (wanted === "" || Object.keys(byId).length === 0) return setFound(none);
    let gone = false;
    const timer = setTimeout(() => {
      ask("conversations.search", { text: wanted })
        .then((hits) => {
          if (gone) return;
          // Drawn in slices: there may be many.
          startTransition(() => setFound(new Map(hits.map(({ id, snippet }) => [id, snippet]))));
        })
        // Titles are still searched; only the messages are not.
        .catch(() => !gone && setFound(none));
    }, pauseMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [ask, byId, wanted]);
  return wanted === "" ? none : found;
}
