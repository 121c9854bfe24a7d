import { defaultSettings, type Language, type Settings } from "../../../src-shared/settings";
import { createTexts, type Texts } from "./texts";

/** The texts of a test's app; `speak` is the person's choice in Settings. */
export function textsOf(
  language: Language = "en",
): Texts & { speak(wanted: Settings["appearance"]["language"]): void } {
  const chosen = (wanted: Settings["appearance"]["language"]): Settings => {
    const settings = defaultSettings();
    return { ...settings, appearance: { ...settings.appearance, language: wanted } };
  };
  let tell: (settings: Settings) => void = () => {};
  const settings = {
    get: () => chosen(language),
    onChange: (listener: typeof tell) => {
      tell = listener;
      return () => {};
    },
  };
  return { ...createTexts(settings, ["en"]), speak: (wanted) => tell(chosen(wanted)) };
}
