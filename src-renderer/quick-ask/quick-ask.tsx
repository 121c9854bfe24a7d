import { ArrowUpRight } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { FinishedAnnouncer } from "../chat/finished-announcer";
import { composerKey } from "../composer/keys";
import { SendButton } from "../composer/send-button";
import { useAutosize } from "../composer/use-autosize";
import { isPressed, keysOf } from "../shell/shortcuts";
import { useTheme } from "../shell/use-theme";
import { useChat } from "../stores/use-stores";
import { Button } from "../ui/button";
import { Logo } from "../ui/logo";
import { Notices } from "../ui/notices";
import { Problem } from "../ui/problem";
import { useCalmCaret } from "../ui/use-calm-caret";
import { QuickAnswer } from "./quick-answer";
import { useFit, useFocusWhenShown, useQuickAsk } from "./use-quick-ask";

/** The small window: one field, and the answer below it. */
export function QuickAsk() {
  const { t } = useTranslation();
  const { text, setText, error, streaming, send, stop, close, goOn } = useQuickAsk();
  const answered = useChat((state) => state.conversationId !== null);
  const place = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useTheme();
  useCalmCaret();
  useAutosize(field, text);
  useFit(place, text === "" && !answered);
  useFocusWhenShown(field);

  const onKey = (event: KeyboardEvent) => {
    if (isPressed("close", event.nativeEvent)) void (streaming ? stop() : close());
    else if (isPressed("goOn", event.nativeEvent)) goOn();
    else if (event.target === field.current && composerKey(event.nativeEvent) === "send") void send();
    else return;
    event.preventDefault();
  };
  return (
    <main ref={place} onKeyDown={onKey} className="flex flex-col border border-edge bg-card [-webkit-app-region:drag]">
      <h1 className="sr-only">{t("quickAsk.title")}</h1>
      <div className="flex shrink-0 items-start gap-2.5 py-3 pr-3 pl-4">
        <Logo className="mt-1.5 size-6 shrink-0 text-accent" />
        <textarea
          ref={field}
          aria-label={t("quickAsk.field")}
          aria-describedby="quick-ask-hint"
          placeholder={t("quickAsk.placeholder")}
          rows={1}
          dir="auto"
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="block max-h-32 min-w-0 flex-1 resize-none bg-transparent py-1 text-lg leading-relaxed outline-none [-webkit-app-region:no-drag]"
        />
        <span className="[-webkit-app-region:no-drag]">
          <SendButton
            streaming={streaming}
            disabled={text.trim() === ""}
            onSend={() => void send()}
            onStop={() => void stop()}
          />
        </span>
      </div>
      <Problem className="border-t border-line px-4 py-2">{error}</Problem>
      {answered && <QuickAnswer />}
      <footer
        className={
          answered || text
            ? "flex shrink-0 items-center gap-2 border-t border-line bg-side px-4 py-1.5 [-webkit-app-region:no-drag]"
            : "sr-only"
        }
      >
        <p id="quick-ask-hint" className="min-w-0 flex-1 truncate text-xs text-faint">
          {t(streaming ? "quickAsk.hintStop" : "quickAsk.hint")}
        </p>
        <Button tone="quiet" onClick={goOn}>
          {t("quickAsk.open")}
          <kbd aria-hidden className="font-sans text-xs font-normal text-faint">
            {keysOf("goOn")}
          </kbd>
          <ArrowUpRight aria-hidden className="size-3.5" />
        </Button>
      </footer>
      <FinishedAnnouncer />
      <Notices />
    </main>
  );
}
