import { useEffect } from "react";

/** Milliseconds without a key or a click after which the caret stands still, as in most desktops' own fields. */
const calmAfter = 10_000;

/** Marks the page as `data-calm` while nobody types or clicks: a caret that blinks draws the window anew all day. */
export function useCalmCaret(): void {
  useEffect(() => {
    const page = document.documentElement;
    let timer = 0;
    const wake = () => {
      delete page.dataset["calm"];
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        page.dataset["calm"] = "";
      }, calmAfter);
    };
    const signs = ["keydown", "pointerdown", "focus"] as const;
    for (const sign of signs) window.addEventListener(sign, wake);
    wake();
    return () => {
      clearTimeout(timer);
      delete page.dataset["calm"];
      for (const sign of signs) window.removeEventListener(sign, wake);
    };
  }, []);
}
