import { Tooltip } from "radix-ui";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { z } from "zod";
import { followLanguage } from "./i18n/follow-language";
import { createTexts } from "./i18n/i18n";
import { createHighlight, HighlightContext } from "./markdown/highlight";
import { MarkdownLater } from "./markdown/markdown-later";
import { createMathLoader, MathContext } from "./markdown/math";
import { connectQuickAsk } from "./quick-ask/connect-quick-ask";
import { QuickAsk } from "./quick-ask/quick-ask";
import { App } from "./shell/app";
import { StartFailed } from "./shell/start-failed";
import { connect } from "./stores/connect";
import { createStores } from "./stores/stores";
import { StoresContext } from "./stores/use-stores";
import "./styles/index.css";

// The page's policy forbids code from strings, which zod would otherwise try.
z.config({ jitless: true });

async function start(place: HTMLElement): Promise<void> {
  const quick = new URLSearchParams(window.location.search).get("view") === "quick-ask";
  const stores = createStores(window.brainstem, window.localStorage);
  const root = createRoot(place);
  const i18n = await createTexts();
  const page = await (quick
    ? connectQuickAsk(window.brainstem, stores).then(() => <QuickAsk />)
    : connect(window.brainstem, stores, window.sessionStorage).then(() => <App />)
  ).catch(() => <StartFailed />);
  await followLanguage(i18n, stores.language, document.documentElement);
  root.render(
    <I18nextProvider i18n={i18n}>
      <StoresContext.Provider value={stores}>
        <HighlightContext.Provider value={createHighlight()}>
          <MathContext.Provider value={createMathLoader()}>
            <Tooltip.Provider delayDuration={500}>{page}</Tooltip.Provider>
          </MathContext.Provider>
        </HighlightContext.Provider>
      </StoresContext.Provider>
    </I18nextProvider>,
  );
  // Once the window is there, so that the first answer need not wait for it.
  requestIdleCallback(() => void MarkdownLater.preload(), { timeout: 1000 });
}

const place = document.getElementById("root");
if (place) void start(place);
