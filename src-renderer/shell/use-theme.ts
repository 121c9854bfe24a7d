import { useLayoutEffect } from "react";
import { useSettings } from "../stores/use-stores";
import { useMedia } from "../ui/use-media";

/** Puts the chosen theme, or the system's, on the page, and how large and how dense it is; before it is painted. */
export function useTheme(): void {
  const { theme: chosen, size, density } = useSettings((state) => state.settings.appearance);
  const systemIsDark = useMedia("(prefers-color-scheme: dark)");
  const theme = chosen === "system" ? (systemIsDark ? "dark" : "light") : chosen;
  useLayoutEffect(() => {
    Object.assign(document.documentElement.dataset, { theme, size, density });
  }, [theme, size, density]);
}
