import { app } from "electron";

/** The languages that the person wants, the best first; to be asked when the app is ready. */
export function systemLanguages(): string[] {
  return [app.commandLine.getSwitchValue("lang"), ...app.getPreferredSystemLanguages(), app.getLocale()].filter(
    Boolean,
  );
}
