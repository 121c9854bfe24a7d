import { useLayoutEffect } from "react";
import { useSettings } from "../stores/use-stores";
import { useMedia } from "../ui/use-media";

/** Puts the chosen theme, or the system's, on the page. */
export function useTheme(): void {
  const chosen = useSettings((state) => state.settings.appearance.theme);
  const systemIsDark = useMedia("(prefers-color-scheme: dark)");
  const theme = chosen === "system" ? (systemIsDark ? "dark" : "light") : chosen;
  useLayoutEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
}
