import { useCallback } from "react";
import { useStickToBottom } from "use-stick-to-bottom";
import { useMedia } from "./use-media";

/**
 * A view whose lower end stays in sight while it grows, unless the reader scrolled away.
 * `toLatest` leads back there, and takes the focus along from the button that asked for it and goes with it.
 */
export function useFollow() {
  const still = useMedia("(prefers-reduced-motion: reduce)");
  const { scrollRef, contentRef, isAtBottom, scrollToBottom } = useStickToBottom({
    initial: "instant",
    resize: "instant",
  });
  const toLatest = useCallback(() => {
    scrollRef.current?.focus({ preventScroll: true });
    void scrollToBottom(still ? "instant" : "smooth");
  }, [scrollRef, scrollToBottom, still]);
  return { scrollRef, contentRef, isAtBottom, scrollToBottom, toLatest };
}
