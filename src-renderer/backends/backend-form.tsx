import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Backend } from "../../src-shared/backends";
import { AreaRow } from "../form/area-row";
import { check, type Problems } from "../form/check";
import { FormFoot } from "../form/form-foot";
import { linesOf } from "../form/lines";
import { TextRow } from "../form/text-row";
import { useSubmit } from "../form/use-submit";
import { Row } from "../settings/section";
import { useStores } from "../stores/use-stores";
import { Segmented } from "../ui/segmented";
import { kinds, shortName } from "./backend-kinds";
import { KeyField } from "./key-field";
import { KnownServers } from "./known-servers";

interface Props {
  /** Undefined: a new one. */
  backend?: Backend;
  hasKey: boolean;
  /** Ids that a new one cannot have. */
  taken: readonly string[];
  onClose: () => void;
}

const logins = Backend.shape.login.unwrap().options;
const blank = { id: "", kind: "openai-compatible", name: "", baseUrl: "", models: [], login: "key" } as const;

/** Adds a backend or changes one. What it is, and its short name, stay once it is there: roles and callers use them. */
export function BackendForm({ backend, hasKey, taken, onClose }: Props) {
  const { t } = useTranslation();
  const { backends } = useStores();
  const [draft, setDraft] = useState<Backend>(backend ?? { ...blank, models: [] });
  const [models, setModels] = useState(draft.models.join("\n"));
  const [key, setKey] = useState<string>();
  const [problems, setProblems] = useState<Problems>({});
  const { busy, error, submit } = useSubmit();
  const put = (change: Partial<Backend>) => setDraft((before) => ({ ...before, ...change }));
  /** The short name follows the name until someone writes another. */
  const rename = (name: string) => {
    const follows = !backend && draft.id === shortName(draft.name, taken);
    put({ name, ...(follows ? { id: shortName(name, taken) } : {}) });
  };

  const save = () => {
    // An address that was typed before another kind was chosen has no field to be corrected in.
    const baseUrl = backend || draft.kind === "openai-compatible" ? draft.baseUrl : "";
    const { data, problems: found = {} } = check(Backend, { ...draft, baseUrl, models: linesOf(models) }, t);
    const all: Record<string, string> = { ...found };
    if (draft.kind === "openai-compatible" && !draft.baseUrl) all.baseUrl ??= `${t("form.it")} ${t("form.missing")}.`;
    if (!backend && taken.includes(draft.id)) all.id ??= t("backends.idTaken");
    setProblems(all);
    if (!data || Object.keys(all).length > 0) return;
    void submit(async () => {
      await backends.getState().save(data, data.kind === "gemini-cli" && data.login === "own" ? undefined : key);
      onClose();
    });
  };
  const { kind } = draft;
  return (
    <form
      aria-label={backend ? t("backends.editNamed", { name: backend.name }) : t("backends.add")}
      className="divide-y divide-line border-t border-line bg-side last:rounded-b-2xl"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {!backend && (
        <Row label={t("backends.what")} help={t(`backends.kindHelp.${kind}`)} below>
          <div>
            <Segmented
              label={t("backends.what")}
              value={kind}
              options={kinds.map((value) => ({ value, label: t(`backends.kind.${value}`) }))}
              onChange={(value) => put({ kind: value })}
            />
          </div>
        </Row>
      )}
      {!backend && kind === "openai-compatible" && (
        <KnownServers onChoose={({ name, baseUrl }) => put({ name, baseUrl, id: shortName(name, taken) })} />
      )}
      <TextRow autoFocus label={t("backends.name")} value={draft.name} onChange={rename} error={problems.name} />
      {!backend && (
        <TextRow
          label={t("backends.id")}
          help={t("backends.idHelp", { id: draft.id || "ollama" })}
          value={draft.id}
          onChange={(id) => put({ id })}
          error={problems.id}
        />
      )}
      {kind === "openai-compatible" && (
        <TextRow
          label={t("backends.address")}
          help={t("backends.addressHelp")}
          placeholder="http://127.0.0.1:11434/v1"
          value={draft.baseUrl}
          onChange={(baseUrl) => put({ baseUrl: baseUrl.trim() })}
          error={problems.baseUrl}
        />
      )}
      {kind === "gemini-cli" && (
        <Row label={t("backends.login")} help={t("backends.loginHelp")}>
          <Segmented
            label={t("backends.login")}
            value={draft.login}
            options={logins.map((value) => ({ value, label: t(`backends.logins.${value}`) }))}
            onChange={(login) => put({ login })}
          />
        </Row>
      )}
      {(kind !== "gemini-cli" || draft.login === "key") && (
        <KeyField kept={hasKey} optional={kind === "openai-compatible"} value={key} onChange={setKey} />
      )}
      <AreaRow
        label={t("backends.modelList")}
        help={t(kind === "gemini-cli" ? "backends.modelListGemini" : "backends.modelListHelp")}
        rows={3}
        code
        value={models}
        onChange={setModels}
        error={problems.models}
      />
      <FormFoot save={t(backend ? "form.save" : "backends.add")} error={error} busy={busy} onCancel={onClose} />
    </form>
  );
}
