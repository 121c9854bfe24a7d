import { Ellipsis, FileBraces, FileText, Pencil, Pin, PinOff, Trash2 } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ConversationSummary } from "../../src-shared/conversation";
import { keysOf } from "../shell/shortcuts";
import { Menu, MenuItem } from "../ui/menu";
import type { ConversationActions } from "./use-conversation-actions";

interface Props {
  item: ConversationSummary;
  actions: Omit<ConversationActions, "remove"> & { remove: () => void };
  onRename: () => void;
}

/** Rename, pin, export and delete. Its button shows under the pointer or the focus. */
export function ConversationMenu({ item, actions, onRename }: Props) {
  const { t } = useTranslation();
  const renaming = useRef(false);
  const trigger = (
    <button
      type="button"
      aria-label={t("conversations.actions", { title: item.title })}
      className="absolute top-0.75 right-1 flex size-7 items-center justify-center rounded-md text-soft opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 hover:text-ink data-[state=open]:opacity-100"
    >
      <Ellipsis aria-hidden className="size-4" />
    </button>
  );
  return (
    <Menu
      trigger={trigger}
      align="start"
      onCloseAutoFocus={(event) => {
        // The field takes the focus; giving it back to the button would end the renaming at once.
        if (renaming.current) event.preventDefault();
        renaming.current = false;
      }}
    >
      <MenuItem
        icon={Pencil}
        label={t("conversations.rename")}
        keys={keysOf("rename")}
        onSelect={() => {
          renaming.current = true;
          onRename();
        }}
      />
      <MenuItem
        icon={item.pinned ? PinOff : Pin}
        label={t(item.pinned ? "conversations.unpin" : "conversations.pin")}
        onSelect={actions.togglePin}
      />
      <MenuItem
        icon={FileText}
        label={t("conversations.exportMarkdown")}
        onSelect={() => actions.exportAs("markdown")}
      />
      <MenuItem icon={FileBraces} label={t("conversations.exportJson")} onSelect={() => actions.exportAs("json")} />
      <MenuItem
        icon={Trash2}
        label={t("conversations.delete")}
        keys={keysOf("remove")}
        danger
        onSelect={actions.remove}
      />
    </Menu>
  );
}
