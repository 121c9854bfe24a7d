import { type RefObject, useLayoutEffect } from "react";

/** Makes a text field as high as its text; CSS sets the limit. */
export function useAutosize(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const shown = field.current;
    if (!shown) return;
    const fit = () => {
      shown.style.height = "auto";
      shown.style.height = `${shown.scrollHeight}px`;
    };
    fit();
    window.addEventListener("resize", fit);
    return () => window.removeEventListener("resize", fit);
  }, [field, text]);
}
