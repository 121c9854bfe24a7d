import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DataInfo } from "../../../src-shared/about";
import { sentence } from "../../stores/ask";
import { useConversations, useStores } from "../../stores/use-stores";
import { Button } from "../../ui/button";
import { shownSize } from "../../ui/shown-size";
import { Row, Section } from "../section";
import { DeleteRows } from "./delete-rows";

/** Where everything is kept, how much of it there is, and the ways to take it along or be rid of it. */
export function DataSection({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const { ask, notices } = useStores();
  const conversations = useConversations((state) => Object.keys(state.byId).length);
  const [info, setInfo] = useState<DataInfo>();
  const [error, setError] = useState<{ at: "folder" | "move"; text: string }>();
  const load = useCallback(
    () => void ask("data.info").then(setInfo, (thrown: unknown) => setError({ at: "folder", text: sentence(thrown) })),
    [ask],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: what lies on the disk changes with the number of conversations.
  useEffect(load, [load, conversations]);

  const attempt = async (at: "folder" | "move", action: () => Promise<string | undefined>) => {
    try {
      const said = await action();
      setError(undefined);
      if (said) notices.getState().show({ text: said, tone: "plain" });
      load();
    } catch (thrown) {
      setError({ at, text: sentence(thrown) });
    }
  };
  const exportAll = async () => {
    const { saved } = await ask("data.export");
    return saved === null ? undefined : t("data.exported", { count: saved });
  };
  const importAll = async () => {
    const taken = await ask("data.import");
    if (!taken) return undefined;
    const known = taken.known > 0 ? ` ${t("data.known", { count: taken.known })}` : "";
    return t("data.imported", { count: taken.added }) + known;
  };
  const size = (bytes: number) => shownSize(bytes, i18n.language);
  return (
    <Section id={id} title={t("data.title")} keywords={t("data.keywords")}>
      <Row
        label={t("data.folder")}
        help={info && t("data.size", { all: size(info.bytes), conversations: size(info.conversationBytes) })}
        keywords={t("data.folderKeywords")}
        error={error?.at === "folder" ? error.text : undefined}
      >
        <span className="flex min-w-0 flex-wrap items-center justify-end gap-2">
          <code className="max-w-full min-w-0 rounded-md border border-line bg-canvas px-2 py-1 font-mono text-xs break-all select-text">
            {info?.folder}
          </code>
          <Button onClick={() => void attempt("folder", () => ask("data.openFolder").then(() => undefined))}>
            {t("data.openFolder")}
          </Button>
        </span>
      </Row>
      <Row
        label={t("data.move")}
        help={t("data.moveHelp")}
        keywords={t("data.moveKeywords")}
        error={error?.at === "move" ? error.text : undefined}
      >
        <span className="flex flex-wrap gap-2">
          <Button disabled={conversations === 0} onClick={() => void attempt("move", exportAll)}>
            {t("data.export")}
          </Button>
          <Button onClick={() => void attempt("move", importAll)}>{t("data.import")}</Button>
        </span>
      </Row>
      {info && <DeleteRows counts={{ ...info, conversations }} onDeleted={load} />}
    </Section>
  );
}
