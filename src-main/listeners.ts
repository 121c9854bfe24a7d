/** Those who are told of one kind of thing. */
export interface Listeners<T> {
  tell(what: T): void;
  /** Returns the function that ends the subscription. */
  on(listener: (what: T) => void): () => void;
}

export function createListeners<T = void>(): Listeners<T> {
  const all = new Set<(what: T) => void>();
  return {
    tell(what) {
      for (const listener of all) listener(what);
    },
    on(listener) {
      all.add(listener);
      return () => all.delete(listener);
    },
  };
}
