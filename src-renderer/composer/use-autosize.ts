import { type RefObject, useLayoutEffect } from "react";

/** Makes a text field as high as its text; CSS sets the limit. */
export function useAutosize(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const shown = field.current;
    if (!shown) return;
    const fit = () => {
      shown.style.height = "auto";
      shown.style.height = `${shown.scrollHeight}px`;
      // Heights are rounded: a field that is too low by a fraction needs no scrollbar.
      shown.style.overflowY = shown.scrollHeight > shown.clientHeight + 1 ? "auto" : "hidden";
    };
    fit();
    window.addEventListener("resize", fit);
    return () => window.removeEventListener("resize", fit);
  }, [field, text]);
}
