import { type RefObject, useLayoutEffect, useRef } from "react";

/** Shows more above without moving what the reader sees. `count` is what changes when more is shown. */
export function useRevealAbove(scroller: RefObject<HTMLElement | null>, count: number, more: () => void): () => void {
  const fromEnd = useRef<number>(undefined);
  useLayoutEffect(() => {
    const view = scroller.current;
    if (!view || fromEnd.current === undefined) return;
    view.scrollTop = view.scrollHeight - fromEnd.current;
    fromEnd.current = undefined;
  }, [scroller, count]);
  return () => {
    const view = scroller.current;
    if (view) fromEnd.current = view.scrollHeight - view.scrollTop;
    more();
  };
}
