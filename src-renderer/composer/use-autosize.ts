import { type RefObject, useLayoutEffect } from "react";

/** Makes a text field as high as its text; CSS sets the limit. */
export function useAutosize(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field holds the text, and grows with it.
  useLayoutEffect(() => {
    const shown = field.current;
    if (!shown) return;
    const resize = () => {
      shown.style.height = "auto";
      shown.style.height = `${shown.scrollHeight}px`;
      // Heights are rounded: a field that is too low by a fraction needs no scrollbar.
      shown.style.overflowY = shown.scrollHeight > shown.clientHeight + 1 ? "auto" : "hidden";
    };
    resize();
    window.addEventListener("resize", resize);
    return () => window.removeEventListener("resize", resize);
  }, [field, text]);
}
