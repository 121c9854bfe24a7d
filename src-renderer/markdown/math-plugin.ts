import { createMathPlugin } from "@streamdown/math";
import type { MathPlugin, PluginConfig } from "streamdown";
import "katex/dist/katex.min.css";

/** Formulas as `writeMath` writes them, drawn for the eye and told as MathML. Loaded with the first formula. */
export function createMath(): PluginConfig {
  const math = createMathPlugin({ singleDollarTextMath: false, errorColor: "inherit" });
  return { math: { ...math, rehypePlugin: limited(math.rehypePlugin) } };
}

/** The limits keep a hostile formula from growing without end, in size or in work. */
function limited(plugin: MathPlugin["rehypePlugin"]): MathPlugin["rehypePlugin"] {
  if (!Array.isArray(plugin)) return plugin;
  const [draw, options] = plugin;
  return [draw, { ...(options as object), strict: "ignore", maxSize: 50, maxExpand: 1000 }];
}
