import { X } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSettings } from "../stores/use-stores";
import { Button } from "../ui/button";
import { isOrigin } from "./is-origin";
import { described, Row } from "./section";
import { useSave } from "./use-save";

/** Web pages that may call the endpoint, as a list. */
export function OriginsRow() {
  const id = useId();
  const { t } = useTranslation();
  const origins = useSettings((state) => state.settings.endpoint.allowedOrigins);
  const { error, setError, save } = useSave();
  const [text, setText] = useState("");
  const put = (allowedOrigins: string[]) => save({ endpoint: { allowedOrigins } });
  const add = async () => {
    const origin = text.trim().replace(/\/$/, "");
    if (!isOrigin(origin)) return setError(t("settings.originWrong"));
    if (origins.includes(origin)) return setError(t("settings.originTwice"));
    if (await put([...origins, origin])) setText("");
  };
  return (
    <Row label={t("settings.origins")} help={t("settings.originsHelp")} error={error} id={id} below>
      {origins.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {origins.map((origin) => (
            <li
              key={origin}
              className="flex items-center gap-1 rounded-lg border border-line bg-canvas pr-1 pl-2.5 text-sm"
            >
              {origin}
              <button
                type="button"
                aria-label={t("settings.originRemove", { origin })}
                onClick={() => void put(origins.filter((one) => one !== origin))}
                className="flex size-6 items-center justify-center rounded text-soft hover:text-ink"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        className="flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <input
          {...described(id, error)}
          value={text}
          placeholder="https://example.com"
          onChange={(event) => setText(event.target.value)}
          className="h-8 min-w-0 flex-1 rounded-lg border border-edge bg-canvas px-2.5 text-sm aria-invalid:border-danger"
        />
        <Button type="submit">{t("settings.originAdd")}</Button>
      </form>
    </Row>
  );
}
