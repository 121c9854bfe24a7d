import "i18next";
import type * as en from "./en";
import type { mainTexts } from "./main";

/** A key that does not exist in English does not compile: `translation` is the window's texts, `main` those of main. */
declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof en; main: (typeof mainTexts)["en"] };
  }
}
