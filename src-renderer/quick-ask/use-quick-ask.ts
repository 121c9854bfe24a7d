import type { TFunction } from "i18next";
import { type RefObject, useEffect, useLayoutEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { BrainStatus } from "../../src-shared/brain-status";
import { sentence } from "../stores/ask";
import { isListening } from "../stores/brain";
import { growing } from "../stores/open-chat";
import { useBrain, useChat, useStores } from "../stores/use-stores";

/** One question and its answer, and the ways on: send, stop, close, go on in the main window. */
export function useQuickAsk() {
  const { t, i18n } = useTranslation();
  const { ask, chat, brain } = useStores();
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  const streaming = useChat((state) => growing(state) !== undefined || state.sending);
  const reason = useBrain(({ status }) => (isListening(status) ? undefined : whyNot(status, t, i18n.language)));

  const send = async () => {
    const said = text.trim();
    if (said === "" || streaming) return;
    if (!isListening(brain.getState().status)) return setError(t("quickAsk.notReady", { reason }));
    setError(undefined);
    setText("");
    try {
      await chat.getState().send(said, []);
    } catch (thrown) {
      setText(said);
      setError(t("quickAsk.failed", { reason: sentence(thrown) }));
    }
  };
  const stop = () =>
    chat
      .getState()
      .stop()
      .catch((thrown: unknown) => setError(sentence(thrown)));
  /** The next question begins a conversation of its own. */
  const startOver = () => {
    void chat.getState().show(null);
    setError(undefined);
  };
  const close = () => {
    startOver();
    void ask("quickAsk.hide");
  };
  const goOn = () => {
    const { conversationId } = chat.getState();
    void ask("quickAsk.goOn", { conversationId, text });
    setText("");
    startOver();
  };
  return { text, setText, error, streaming, send, stop, close, goOn };
}

/** The details are told in English alone. */
function whyNot({ state, code, reason }: BrainStatus, t: TFunction, language: string): string {
  if (reason && (language === "en" || !code)) return reason;
  return code ? t(`brain.title.${code}`) : t(`brain.state.${state}`);
}

/** Makes the window as high as its page, and says whether there is anything in it. */
export function useFit(place: RefObject<HTMLElement | null>, empty: boolean): void {
  const { ask } = useStores();
  useLayoutEffect(() => {
    const shown = place.current;
    if (!shown) return;
    const resize = () =>
      void ask("quickAsk.fit", { height: Math.ceil(shown.getBoundingClientRect().height), empty }).catch(() => {});
    const watcher = new ResizeObserver(resize);
    watcher.observe(shown);
    resize();
    return () => watcher.disconnect();
  }, [ask, place, empty]);
}

/** Puts the cursor into the field whenever the window comes to the front. */
export function useFocusWhenShown(field: RefObject<HTMLElement | null>): void {
  useEffect(() => window.brainstem.on("quickAsk.shown", () => field.current?.focus()), [field]);
}
