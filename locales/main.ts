import bgDesktop from "./bg/desktop.json";
import bgErrors from "./bg/errors.json";
import bgFailures from "./bg/failures.json";
import deDesktop from "./de/desktop.json";
import deErrors from "./de/errors.json";
import deFailures from "./de/failures.json";
import enDesktop from "./en/desktop.json";
import enErrors from "./en/errors.json";
import enFailures from "./en/failures.json";
import esDesktop from "./es/desktop.json";
import esErrors from "./es/errors.json";
import esFailures from "./es/failures.json";
import ruDesktop from "./ru/desktop.json";
import ruErrors from "./ru/errors.json";
import ruFailures from "./ru/failures.json";
import zhDesktop from "./zh-CN/desktop.json";
import zhErrors from "./zh-CN/errors.json";
import zhFailures from "./zh-CN/failures.json";

/** What the main process says itself, in all languages: short enough to be there from the start. */
export const mainTexts = {
  en: { desktop: enDesktop, errors: enErrors, failures: enFailures },
  de: { desktop: deDesktop, errors: deErrors, failures: deFailures },
  bg: { desktop: bgDesktop, errors: bgErrors, failures: bgFailures },
  ru: { desktop: ruDesktop, errors: ruErrors, failures: ruFailures },
  es: { desktop: esDesktop, errors: esErrors, failures: esFailures },
  "zh-CN": { desktop: zhDesktop, errors: zhErrors, failures: zhFailures },
};
