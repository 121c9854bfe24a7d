import { Ellipsis, FileInput } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useGo } from "../shell/use-go";
import { useStores } from "../stores/use-stores";
import { Menu, MenuItem } from "../ui/menu";

/** What can be done with the list as a whole: taking in a conversation from a file. */
export function ListMenu() {
  const { t } = useTranslation();
  const { conversations, notices } = useStores();
  const go = useGo();
  const takeIn = async () => {
    try {
      const id = await conversations.getState().importFile();
      if (id) go.chat(id);
    } catch (thrown) {
      notices.getState().fail(thrown, (reason) => t("conversations.failed", { reason }));
    }
  };
  const trigger = (
    <button
      type="button"
      aria-label={t("conversations.listActions")}
      className="flex size-9 shrink-0 items-center justify-center rounded-lg text-soft transition-colors hover:bg-hover hover:text-ink data-[state=open]:bg-hover"
    >
      <Ellipsis aria-hidden className="size-4" />
    </button>
  );
  return (
    <Menu trigger={trigger} align="end">
      <MenuItem icon={FileInput} label={t("conversations.import")} onSelect={() => void takeIn()} />
    </Menu>
  );
}
