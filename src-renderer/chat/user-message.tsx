import { Pencil } from "lucide-react";
import { type ComponentProps, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChatMessage } from "../../src-shared/conversation";
import { pictureUrl } from "../composer/read-picture";
import { growing } from "../stores/open-chat";
import { useChat } from "../stores/use-stores";
import { CopyButton } from "../ui/copy-button";
import { IconButton } from "../ui/icon-button";
import { BranchSwitch } from "./branch-switch";
import { EditMessage } from "./edit-message";
import { MessageFiles } from "./message-files";

const quiet = "opacity-0 disabled:invisible group-focus-within/message:opacity-100 group-hover/message:opacity-100";

/** What the person said: a quiet bubble, its words as they were typed. It can be said anew. */
export function UserMessage({ message }: { message: ChatMessage }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const finish = () => {
    setEditing(false);
    requestAnimationFrame(() => pencil.current?.focus());
  };
  return (
    <div className="flex flex-col items-end gap-2">
      <h2 className="sr-only">{t("chat.you")}</h2>
      {message.pictures && message.pictures.length > 0 && (
        <div className="flex max-w-[85%] flex-wrap justify-end gap-2">
          {message.pictures.map((picture, index) => (
            <img
              // biome-ignore lint/suspicious/noArrayIndexKey: a sent message's pictures never change.
              key={index}
              src={pictureUrl(picture)}
              alt={t("chat.picture", { number: index + 1 })}
              className="max-h-60 max-w-full rounded-xl border border-line object-contain"
            />
          ))}
        </div>
      )}
      {message.files && message.files.length > 0 && <MessageFiles files={message.files} />}
      {editing && <EditMessage message={message} onDone={finish} />}
      {!editing && (
        <div className="flex max-w-full items-end gap-1 sm:max-w-[85%]">
          <EditButton ref={pencil} onClick={() => setEditing(true)} />
          <CopyButton label={t("chat.copyMessage")} what={message.text} className={quiet} />
          {message.text && (
            <div
              dir="auto"
              className="min-w-0 rounded-2xl rounded-br-md bg-bubble px-4 py-2.5 leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]"
            >
              {message.text}
            </div>
          )}
        </div>
      )}
      {!editing && <BranchSwitch message={message} />}
    </div>
  );
}

/** Apart, so that nothing else of a message is drawn anew when an answer begins or ends. */
function EditButton(props: Pick<ComponentProps<"button">, "ref" | "onClick">) {
  const { t } = useTranslation();
  const busy = useChat((state) => growing(state) !== undefined);
  return <IconButton icon={Pencil} label={t("chat.edit")} disabled={busy} className={quiet} {...props} />;
}
