import { type DragEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDraft } from "./use-draft";

/** The chat's page: pictures and files can be dropped anywhere on it. */
export function DropZone({ conversationId, children }: { conversationId: string | null; children: ReactNode }) {
  const { t } = useTranslation();
  const { addFiles } = useDraft(conversationId);
  const [over, setOver] = useState(false);
  const brings = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only for the pointer; the button to attach files is for all.
    <div
      className="relative flex min-h-0 flex-1 flex-col"
      onDragOver={(event) => {
        if (!brings(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
        setOver(true);
      }}
      onDragLeave={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
      }}
      onDrop={(event) => {
        if (!brings(event)) return;
        event.preventDefault();
        setOver(false);
        void addFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && (
        <p className="pointer-events-none absolute inset-3 z-20 flex items-center justify-center rounded-2xl border-2 border-dashed border-accent bg-accent-wash text-base font-medium text-accent-text">
          {t("composer.dropHere")}
        </p>
      )}
    </div>
  );
}
