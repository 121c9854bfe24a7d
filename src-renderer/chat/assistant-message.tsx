import { useTranslation } from "react-i18next";
import { MarkdownLater } from "../markdown/markdown-later";
import type { ShownMessage } from "../stores/open-chat";
import { MessageFoot } from "./message-foot";
import { OutcomeLine } from "./outcome-line";
import { Thinking } from "./thinking";

/** What the brain answered: flowing text. Until its first word it is the thinking bubble. */
export function AssistantMessage({ message, last }: { message: ShownMessage; last: boolean }) {
  const { t } = useTranslation();
  const growing = message.outcome === "streaming";
  const waiting = growing && message.text === "";
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <h2 className="sr-only">{t("chat.claude")}</h2>
      {(waiting || message.thinking) && (
        <Thinking text={message.thinking ?? ""} active={waiting} tookMs={message.measured?.thinkingMs} />
      )}
      {message.text && <MarkdownLater text={message.text} growing={growing} pieces={message.pieces} />}
      <OutcomeLine message={message} />
      {!growing && <MessageFoot message={message} last={last} />}
    </div>
  );
}
