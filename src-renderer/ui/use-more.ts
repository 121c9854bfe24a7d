import { useState, useTransition } from "react";

export interface More {
  /** How many are shown. */
  count: number;
  /** Shows a stretch more, in slices, so that typing and scrolling go on meanwhile. */
  more: () => void;
}

/** Shows a long list stretch by stretch, beginning with `first`. */
export function useMore(first: number, stretch: number): More {
  const [count, setCount] = useState(first);
  const [pending, start] = useTransition();
  return {
    count,
    more: () => {
      if (!pending) start(() => setCount((shown) => shown + stretch));
    },
  };
}
