import { type RefObject, useCallback, useLayoutEffect, useRef } from "react";

/** Pixels from the upper end at which earlier messages are shown without being asked for. */
const near = 600;

/**
 * Keeps what the reader sees in its place when more is shown above. `count` is what changes then, `more` asks for it.
 * @returns for the view's scroll event: near its upper end it asks for more.
 */
export function useRevealAbove(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  more: (() => void) | undefined,
): () => void {
  const mark = useRef<{ row: Element; top: number }>(undefined);
  const note = useCallback(() => {
    const row = scroller.current?.querySelector(".message-row");
    mark.current = row ? { row, top: row.getBoundingClientRect().top } : undefined;
  }, [scroller]);
  useLayoutEffect(() => {
    const view = scroller.current;
    const was = mark.current;
    if (!view || !was?.row.isConnected || count === 0) return;
    view.scrollTop += was.row.getBoundingClientRect().top - was.top;
    note();
  }, [count, note, scroller]);
  return () => {
    note();
    const view = scroller.current;
    if (view && view.scrollTop < near) more?.();
  };
}
