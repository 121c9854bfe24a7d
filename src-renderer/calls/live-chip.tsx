import { useTranslation } from "react-i18next";
import { Chip } from "../ui/chip";

/** Something is being answered right now. */
export function LiveChip() {
  const { t } = useTranslation();
  return (
    <Chip tone="accent" live>
      {t("activity.call.live")}
    </Chip>
  );
}
