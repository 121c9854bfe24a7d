import { useTranslation } from "react-i18next";
import { useGo } from "../shell/use-go";
import { useBrain, useStores } from "../stores/use-stores";
import { Button } from "../ui/button";

/** What helps a person along: the list of keys, and the first steps once more. */
export function HelpLinks() {
  const { t } = useTranslation();
  const { ui } = useStores();
  const demo = useBrain((state) => state.status.demo);
  const go = useGo();
  return (
    <p className="flex flex-wrap gap-2">
      <Button onClick={() => ui.getState().set({ shortcutsOpen: true })}>{t("shortcuts.title")}</Button>
      {!demo && (
        <Button
          onClick={() => {
            go.chat(null);
            ui.getState().set({ firstSteps: true });
          }}
        >
          {t("onboarding.again")}
        </Button>
      )}
    </p>
  );
}
