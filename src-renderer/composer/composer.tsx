import { type DragEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { messageFieldId } from "../shell/use-go";
import { useBrain } from "../stores/use-stores";
import { classes } from "../ui/classes";
import { AttachButton } from "./attach-button";
import { composerKey } from "./keys";
import { OptionsPopover } from "./options-popover";
import { PictureTray } from "./picture-tray";
import { SendButton } from "./send-button";
import { useAutosize } from "./use-autosize";
import { useDraft } from "./use-draft";
import { useSend } from "./use-send";

const blockers = { stopped: "composer.off", starting: "composer.starting", error: "composer.error" } as const;

/** The field to write in, with pictures by button, paste or drop. */
export function Composer({ conversationId }: { conversationId: string | null }) {
  const { t } = useTranslation();
  const { draft, write, addFiles, removePicture, clear, restore } = useDraft(conversationId);
  const { canSend, streaming, send, stop } = useSend(draft, clear, restore);
  const state = useBrain((brain) => brain.status.state);
  const [over, setOver] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useAutosize(field, draft.text);

  const onDrag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(event.type === "dragover");
    if (event.type === "drop") void addFiles([...event.dataTransfer.files]);
  };
  const hint = state === "ready" || state === "busy" ? t("composer.hint") : t(blockers[state]);
  return (
    <div className="mx-auto max-w-3xl">
      <div
        onDragOver={onDrag}
        onDragLeave={onDrag}
        onDrop={onDrag}
        className={classes(
          "relative rounded-2xl border bg-card shadow-card transition-colors focus-within:border-edge",
          over ? "border-accent" : "border-line",
        )}
      >
        <PictureTray pictures={draft.pictures} onRemove={removePicture} />
        <textarea
          ref={field}
          id={messageFieldId}
          aria-label={t("composer.message")}
          aria-describedby="message-hint"
          placeholder={t("composer.placeholder")}
          rows={1}
          dir="auto"
          autoFocus
          value={draft.text}
          onChange={(event) => write(event.target.value)}
          onPaste={(event) => {
            const files = [...event.clipboardData.files];
            if (files.length === 0) return;
            event.preventDefault();
            void addFiles(files);
          }}
          onKeyDown={(event) => {
            if (composerKey(event.nativeEvent) !== "send") return;
            event.preventDefault();
            void send();
          }}
          className="block max-h-[40vh] w-full resize-none bg-transparent px-4 pt-3.5 pb-1 text-base leading-relaxed outline-none"
        />
        <div className="flex items-center gap-1 p-2">
          <AttachButton onFiles={(files) => void addFiles(files)} />
          <OptionsPopover key={conversationId} conversationId={conversationId} />
          <span className="flex-1" />
          <SendButton streaming={streaming} disabled={!canSend} onSend={() => void send()} onStop={stop} />
        </div>
        {over && (
          <p className="pointer-events-none absolute inset-0 flex items-center justify-center rounded-2xl bg-accent-wash text-sm font-medium text-accent-text">
            {t("composer.dropHere")}
          </p>
        )}
      </div>
      <p id="message-hint" className="mt-2 px-2 text-center text-xs text-faint">
        {hint}
      </p>
    </div>
  );
}
