import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DataInfo } from "../../../src-shared/about";
import { sentence } from "../../stores/ask";
import { useStores } from "../../stores/use-stores";
import { Button } from "../../ui/button";
import { Row } from "../section";
import { DeleteDialog } from "./delete-dialog";
import { useDelete } from "./use-delete";

interface Props {
  /** How much of each there is. */
  counts: Pick<DataInfo, "conversations" | "sessions" | "jobs" | "turns">;
  onDeleted: () => void;
}

/** Deleting for good: all that was said, and apart from it what turns used. Each asks for a word first. */
export function DeleteRows({ counts, onDeleted }: Props) {
  const { t, i18n } = useTranslation();
  const { notices } = useStores();
  const deletes = useDelete(counts.conversations);
  const [asking, setAsking] = useState<"said" | "usage">();
  const [error, setError] = useState<{ at: "said" | "usage"; text: string }>();
  const run = async (what: "said" | "usage") => {
    try {
      await deletes[what]();
      setError(undefined);
      notices.getState().show({ text: t(`data.deleted.${what}`), tone: "plain" });
    } catch (thrown) {
      setError({ at: what, text: sentence(thrown) });
    }
    onDeleted();
  };
  const amounts = (["conversations", "sessions", "jobs"] as const)
    .filter((what) => counts[what] > 0)
    .map((what) => t(`data.amount.${what}`, { count: counts[what] }));
  const list = new Intl.ListFormat(i18n.language).format(amounts);
  const help = {
    said: list === "" ? t("data.deleteHelp.none") : t("data.deleteHelp.said", { list }),
    usage: t("data.deleteHelp.usage", { count: counts.turns }),
  };
  const question = { said: t("data.question.said"), usage: t("data.question.usage", { count: counts.turns }) };
  const meaning = {
    said: [list && t("data.meaning.amount", { list }), t("data.meaning.said"), t("data.meaning.stays")],
    usage: [t("data.meaning.usage")],
  };
  return (
    <>
      {(["said", "usage"] as const).map((what) => (
        <Row
          key={what}
          label={t(`data.delete.${what}`)}
          help={help[what]}
          keywords={t("data.deleteKeywords")}
          error={error?.at === what ? error.text : undefined}
        >
          <Button tone="danger" onClick={() => setAsking(what)}>
            {t(`data.deleteButton.${what}`)}
          </Button>
        </Row>
      ))}
      {asking && (
        <DeleteDialog
          question={question[asking]}
          help={meaning[asking]}
          action={t(`data.deleteNow.${asking}`)}
          onConfirm={() => void run(asking)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}
