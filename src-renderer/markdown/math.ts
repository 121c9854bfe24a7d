import { createContext, useContext, useEffect, useState } from "react";
import type { PluginConfig } from "streamdown";

/** What draws formulas: fetched from the app's own files when the first message has one, then kept. */
export interface Math {
  loaded(): PluginConfig | undefined;
  load(): Promise<PluginConfig>;
}

export function createMathLoader(
  fetchMath: () => Promise<PluginConfig> = () => import("./math-plugin").then(({ createMath }) => createMath()),
): Math {
  let plugins: PluginConfig | undefined;
  let coming: Promise<PluginConfig> | undefined;
  return {
    loaded: () => plugins,
    load() {
      coming ??= fetchMath().then((fetched) => {
        plugins = fetched;
        return fetched;
      });
      return coming;
    },
  };
}

export const MathContext = createContext<Math>({ loaded: () => undefined, load: () => new Promise(() => {}) });

/** The plugins once they are there; undefined as long as there is nothing to draw. */
export function useMath(wanted: boolean): PluginConfig | undefined {
  const math = useContext(MathContext);
  const [plugins, setPlugins] = useState(math.loaded);
  useEffect(() => {
    if (!wanted || plugins) return;
    let gone = false;
    math
      .load()
      .then((loaded) => !gone && setPlugins(loaded))
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [math, wanted, plugins]);
  return wanted ? plugins : undefined;
}
