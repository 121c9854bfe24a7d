import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type BackendStatus, claudeCliId } from "../../src-shared/backends";
import { RemoveButton } from "../form/remove-button";
import { useSettings, useStores } from "../stores/use-stores";
import { Button } from "../ui/button";
import { WithCode } from "../ui/with-code";
import { BackendForm } from "./backend-form";
import { BackendState } from "./backend-state";

/** One backend: how it is, what it offers, and its form when it is being changed. */
export function BackendItem({ status, onRemoved }: { status: BackendStatus; onRemoved: () => void }) {
  const { t, i18n } = useTranslation();
  const { backends } = useStores();
  const { id, kind, name, state, reason, code, help, models } = status;
  const kept = useSettings((store) => store.settings.backends.list.find((each) => each.id === id));
  const [editing, setEditing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setEditing(false);
    opener.current?.focus();
  };
  return (
    <li>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-(--row-pad)">
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <h3 className="text-sm font-medium [overflow-wrap:anywhere]">{name}</h3>
            <BackendState state={state} reason={reason} code={code} />
          </div>
          <p className="text-sm text-faint">
            {t(`backends.kind.${kind}`)}
            {id !== claudeCliId && kept?.baseUrl && ` · ${kept.baseUrl}`}
          </p>
        </div>
        {kept && (
          <div className="flex gap-2">
            <Button
              ref={opener}
              aria-label={t("backends.editNamed", { name })}
              aria-expanded={editing}
              onClick={() => setEditing(!editing)}
            >
              {t("form.edit")}
            </Button>
            <RemoveButton
              label={t("backends.removeNamed", { name })}
              question={t("backends.removeQuestion", { name })}
              help={t("backends.removeHelp")}
              remove={() => backends.getState().remove(id)}
              onRemoved={onRemoved}
            />
          </div>
        )}
      </div>
      {state === "error" && help && (
        <p className="mx-4 mb-3 rounded-lg border border-danger-line bg-danger-wash px-3 py-2 text-sm text-ink">
          <WithCode text={i18n.language === "en" || !code ? help : t(`backends.troubleHelp.${code}`)} />
        </p>
      )}
      {models.length > 0 && !editing && <Models prefix={kept ? `${id}/` : ""} models={models} />}
      {editing && kept && <BackendForm backend={kept} hasKey={status.hasKey} taken={[]} onClose={close} />}
    </li>
  );
}

/** The names that callers write for this backend's models. */
function Models({ prefix, models }: { prefix: string; models: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <details className="group/models -mt-1.5 px-4 pb-3">
      <summary className="w-fit rounded text-sm text-accent-text hover:underline">
        {t("backends.models", { count: models.length })}
      </summary>
      <ul tabIndex={0} className="mt-2 flex max-h-40 flex-wrap gap-1.5 overflow-y-auto">
        {models.map((model) => (
          <li key={model} className="rounded-md border border-line bg-canvas px-2 py-0.5 font-mono text-xs select-text">
            {prefix}
            {model}
          </li>
        ))}
      </ul>
    </details>
  );
}
