import { useEffect } from "react";

/** Milliseconds without a key or a click after which the caret stands still, as in many desktops' own fields. */
const calmAfter = 10_000;

/** Marks the page as `data-calm` while nobody types or clicks: a caret that blinks draws the window anew all day. */
export function useCalmCaret(): void {
  useEffect(() => followCalm(window, document.documentElement.dataset), []);
}

/** Sets `marks.calm` while nothing has come to `view` for a while. Returns the function that ends this. */
export function followCalm(view: EventTarget, marks: DOMStringMap): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wake = () => {
    delete marks["calm"];
    clearTimeout(timer);
    timer = setTimeout(() => {
      marks["calm"] = "";
    }, calmAfter);
  };
  const signs = ["keydown", "pointerdown", "focus"];
  for (const sign of signs) view.addEventListener(sign, wake);
  wake();
  return () => {
    clearTimeout(timer);
    delete marks["calm"];
    for (const sign of signs) view.removeEventListener(sign, wake);
  };
}
