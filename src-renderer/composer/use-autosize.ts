import { type RefObject, useLayoutEffect, useRef } from "react";

/** Makes a text field as high as its text; CSS sets the limit. */
export function useAutosize(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  const before = useRef("");
  useLayoutEffect(() => {
    const shown = field.current;
    if (!shown) return;
    const grow = () => {
      if (shown.scrollHeight > shown.clientHeight) shown.style.height = `${shown.scrollHeight}px`;
      // Heights are rounded: a field that is too low by a fraction needs no scrollbar.
      shown.style.overflowY = shown.scrollHeight > shown.clientHeight + 1 ? "auto" : "hidden";
    };
    const fitAnew = () => {
      shown.style.height = "auto";
      shown.style.height = `${shown.scrollHeight}px`;
      grow();
    };
    // What is added at the end never needs less room: the conversation need not be laid out without it first.
    if (text.startsWith(before.current)) grow();
    else fitAnew();
    before.current = text;
    window.addEventListener("resize", fitAnew);
    return () => window.removeEventListener("resize", fitAnew);
  }, [field, text]);
}
