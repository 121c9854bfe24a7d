import { type RefObject, useLayoutEffect, useRef } from "react";

/** Pixels from the upper end at which earlier messages are shown without being asked for. */
const near = 600;

/**
 * Keeps what the reader sees in its place when more is shown above. `count` is what changes then, `more` asks for it.
 * @returns for the view's scroll event: scrolled up near its upper end it asks for more.
 */
export function useRevealAbove(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  more: (() => void) | undefined,
): () => void {
  const first = useRef<{ row: Element; place: number }>(undefined);
  const lastTop = useRef(0);
  // The browser itself anchors a view to what it shows, but for one that stands at its very upper end.
  useLayoutEffect(() => {
    const view = scroller.current;
    const was = first.current;
    if (!view || count === 0) return;
    if (was?.row.isConnected && view.scrollTop === 0) view.scrollTop = placeOf(was.row, view) - was.place;
    const row = view.querySelector(".message-row");
    first.current = row ? { row, place: placeOf(row, view) } : undefined;
  }, [count, scroller]);
  return () => {
    const view = scroller.current;
    if (!view) return;
    const isUp = view.scrollTop < lastTop.current;
    lastTop.current = view.scrollTop;
    if (isUp && view.scrollTop < near) more?.();
  };
}

/** Pixels from the upper end of what `view` scrolls. */
const placeOf = (row: Element, view: Element): number => row.getBoundingClientRect().top + view.scrollTop;
