import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { Logo } from "../ui/logo";
import { useTheme } from "./use-theme";

/** Shown when the main process did not answer at the start. */
export function StartFailed() {
  const { t } = useTranslation();
  useTheme();
  return (
    <main className="flex h-full flex-col items-center justify-center gap-4 p-6 text-center">
      <Logo className="size-10 text-accent" />
      <p>{t("app.failed")}</p>
      <Button onClick={() => window.location.reload()}>{t("app.reload")}</Button>
    </main>
  );
}
