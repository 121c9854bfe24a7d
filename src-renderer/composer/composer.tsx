import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { messageFieldId } from "../shell/use-go";
import { useBrain } from "../stores/use-stores";
import { AttachButton } from "./attach-button";
import { FileTray } from "./file-tray";
import { filesToPaste } from "./files-to-paste";
import { composerKey } from "./keys";
import { OptionsPopover } from "./options-popover";
import { PictureTray } from "./picture-tray";
import { SendButton } from "./send-button";
import { useAutosize } from "./use-autosize";
import { useDraft } from "./use-draft";
import { useSend } from "./use-send";

const blockers = { stopped: "composer.off", starting: "composer.starting", error: "composer.error" } as const;

/** The field to write in, with pictures and files by button, paste or drop (see `DropZone`). */
export function Composer({ conversationId }: { conversationId: string | null }) {
  const { t } = useTranslation();
  const { draft, write, addFiles, removePicture, removeFile, clear, restore } = useDraft(conversationId);
  const { canSend, streaming, send, stop } = useSend(draft, clear, restore);
  const state = useBrain((brain) => brain.status.state);
  const field = useRef<HTMLTextAreaElement>(null);
  useAutosize(field, draft.text);

  const hint = state === "ready" || state === "busy" ? t("composer.hint") : t(blockers[state]);
  return (
    <div className="mx-auto max-w-3xl">
      <div className="rounded-2xl border border-line bg-card shadow-card transition-colors focus-within:border-edge">
        <PictureTray pictures={draft.pictures} onRemove={removePicture} />
        <FileTray files={draft.files} onRemove={removeFile} />
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
            const files = filesToPaste(event.clipboardData);
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
      </div>
      <p id="message-hint" className="mt-2 px-2 text-center text-xs text-faint">
        {hint}
      </p>
    </div>
  );
}
