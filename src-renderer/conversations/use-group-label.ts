import { useTranslation } from "react-i18next";

const named = ["pinned", "today", "yesterday", "week", "month"] as const;

/** What a group of conversations is called. */
export function useGroupLabel(): (key: string) => string {
  const { t, i18n } = useTranslation();
  const months = new Intl.DateTimeFormat(i18n.language, { month: "long", year: "numeric" });
  return (key) => {
    const name = named.find((one) => one === key);
    return name ? t(`conversations.groups.${name}`) : months.format(new Date(`${key}-01T00:00:00`));
  };
}
