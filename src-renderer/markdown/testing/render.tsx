import { Tooltip } from "radix-ui";
import { renderToStaticMarkup } from "react-dom/server";
import { StoresContext } from "../../stores/use-stores";
import { Markdown } from "../markdown";
import { MathContext } from "../math";
import { createMath } from "../math-plugin";

/** What the page has of a text, with formulas drawn at once. */
export function createRender(): (text: string, growing: boolean) => string {
  const plugins = createMath();
  const math = { loaded: () => plugins, load: async () => plugins };
  return (text, growing) =>
    renderToStaticMarkup(
      <StoresContext.Provider value={{} as never}>
        <MathContext.Provider value={math}>
          <Tooltip.Provider>
            <Markdown text={text} growing={growing} />
          </Tooltip.Provider>
        </MathContext.Provider>
      </StoresContext.Provider>,
    );
}
