import { useTranslation } from "react-i18next";
import type { ChatMessage } from "../../src-shared/conversation";
import { pictureUrl } from "../composer/read-picture";
import { CopyButton } from "../ui/copy-button";

/** What the person said: a quiet bubble, its words as they were typed. */
export function UserMessage({ message }: { message: ChatMessage }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col items-end gap-2">
      <h2 className="sr-only">{t("chat.you")}</h2>
      {message.pictures && message.pictures.length > 0 && (
        <div className="flex max-w-[85%] flex-wrap justify-end gap-2">
          {message.pictures.map((picture, index) => (
            <img
              key={index}
              src={pictureUrl(picture)}
              alt={t("chat.picture", { number: index + 1 })}
              className="max-h-60 max-w-full rounded-xl border border-line object-contain"
            />
          ))}
        </div>
      )}
      <div className="flex max-w-full items-end gap-1 sm:max-w-[85%]">
        <CopyButton
          label={t("chat.copyMessage")}
          what={message.text}
          className="opacity-0 group-focus-within/message:opacity-100 group-hover/message:opacity-100"
        />
        {message.text && (
          <div
            dir="auto"
            className="min-w-0 rounded-2xl rounded-br-md bg-bubble px-4 py-2.5 leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]"
          >
            {message.text}
          </div>
        )}
      </div>
    </div>
  );
}
