const focusable = 'button:not([disabled]), [href], input, textarea, select, [tabindex="0"], summary';

/** Takes the focus to the next part of the window: the sidebar, the page, the message field, and round again. */
export function nextArea(page: Document): void {
  const field = page.getElementById("message-field");
  const main = page.querySelector("main");
  const starts = [
    page.querySelector<HTMLElement>("aside nav [aria-current], aside button"),
    [...(main?.querySelectorAll<HTMLElement>(focusable) ?? [])].find(
      (each) => each !== field && !each.closest("header"),
    ),
    field,
  ].filter((each): each is HTMLElement => each instanceof HTMLElement);
  const { activeElement } = page;
  const inside = activeElement === field ? field : activeElement?.closest("aside") ? starts[0] : starts[1];
  const at = starts.indexOf((inside ?? starts[0]) as HTMLElement);
  starts[(at + 1) % starts.length]?.focus();
}
