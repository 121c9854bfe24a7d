import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { PictureData } from "../stores/chat";
import { pictureUrl } from "./read-picture";

/** The pictures that will go with the message. */
export function PictureTray({ pictures, onRemove }: { pictures: PictureData[]; onRemove: (index: number) => void }) {
  const { t } = useTranslation();
  if (pictures.length === 0) return null;
  return (
    <ul aria-label={t("composer.pictures")} className="flex flex-wrap gap-2 px-3 pt-3">
      {pictures.map((picture, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one picture may be there twice, and none remembers anything.
        <li key={index} className="relative">
          <img
            src={pictureUrl(picture)}
            alt={t("chat.picture", { number: index + 1 })}
            className="size-16 rounded-lg border border-line object-cover"
          />
          <button
            type="button"
            aria-label={t("composer.removePicture", { number: index + 1 })}
            onClick={() => onRemove(index)}
            className="absolute -top-1.5 -right-1.5 flex size-6 items-center justify-center rounded-full border border-line bg-card text-soft shadow-card hover:text-ink"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
    </ul>
  );
}
