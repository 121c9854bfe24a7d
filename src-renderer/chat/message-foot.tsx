import { RotateCcw } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ChatMessage } from "../../src-shared/conversation";
import { isListening } from "../stores/brain";
import { useBrain, useStores } from "../stores/use-stores";
import { Button } from "../ui/button";
import { classes } from "../ui/classes";
import { CopyButton } from "../ui/copy-button";
import { IconButton } from "../ui/icon-button";
import { BranchSwitch } from "./branch-switch";
import { MeasuredLine } from "./measured-line";

/** Copy, answer again, and what it took; under the pointer or the focus, always under the last answer and one of several. */
export function MessageFoot({ message, last }: { message: ChatMessage; last: boolean }) {
  const { t } = useTranslation();
  const { chat, notices } = useStores();
  const listening = useBrain((state) => isListening(state.status));
  const failed = message.outcome === "failed" || message.outcome === "cut_off";
  const retry = () => {
    chat
      .getState()
      .retry()
      .catch((thrown: unknown) => notices.getState().fail(thrown, (reason) => t("chat.retryFailed", { reason })));
  };
  return (
    <div
      className={classes(
        "-ml-2 flex min-h-8 flex-wrap items-center gap-x-0.5 transition-opacity",
        !last &&
          !message.siblings &&
          "opacity-0 group-focus-within/message:opacity-100 group-hover/message:opacity-100",
      )}
    >
      {last && failed && (
        <Button className="mr-1 ml-2" onClick={retry} disabled={!listening}>
          <RotateCcw aria-hidden className="size-3.5" />
          {t("chat.retry")}
        </Button>
      )}
      <BranchSwitch message={message} />
      {message.text && <CopyButton label={t("chat.copyMessage")} what={message.text} />}
      {last && !failed && (
        <IconButton icon={RotateCcw} label={t("chat.retryAnswer")} onClick={retry} disabled={!listening} />
      )}
      {message.measured && <MeasuredLine measured={message.measured} />}
    </div>
  );
}
