import { type RefObject, useEffect, useState } from "react";
import { headingId, type SettingsSection, sections } from "./sections";

/** Pixels below the upper edge at which a section begins to be the current one. */
const edge = 96;

/** The section that is being read, as the page is scrolled; at its very end the last one. */
export function useCurrentSection(scroll: RefObject<HTMLElement | null>): SettingsSection {
  const [current, setCurrent] = useState<SettingsSection>(sections[0].name);
  useEffect(() => {
    const place = scroll.current;
    if (!place) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      const top = place.getBoundingClientRect().top + edge;
      const visible = sections.flatMap(({ name }) => {
        const section = document.getElementById(headingId(name))?.parentElement;
        return section && section.offsetHeight > 0 ? [{ name, top: section.getBoundingClientRect().top }] : [];
      });
      const atEnd =
        place.scrollHeight > place.clientHeight && place.scrollTop + place.clientHeight > place.scrollHeight - 2;
      const reading = atEnd ? visible.at(-1) : visible.filter((section) => section.top <= top).at(-1);
      setCurrent((reading ?? visible[0] ?? { name: sections[0].name }).name);
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    place.addEventListener("scroll", soon, { passive: true });
    const resized = new ResizeObserver(soon);
    for (const each of [place, ...place.children]) resized.observe(each);
    return () => {
      cancelAnimationFrame(frame);
      place.removeEventListener("scroll", soon);
      resized.disconnect();
    };
  }, [scroll]);
  return current;
}
