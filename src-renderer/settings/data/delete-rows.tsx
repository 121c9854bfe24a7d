import { useState } from "react";
import { useTranslation } from "react-i18next";
import { sentence } from "../../stores/ask";
import { useStores } from "../../stores/use-stores";
import { Button } from "../../ui/button";
import { Row } from "../section";
import { DeleteDialog } from "./delete-dialog";

interface Props {
  /** How many there are. */
  conversations: number;
  turns: number;
  onDeleted: () => void;
}

/** Deleting for good: conversations, and apart from them what turns used. Each asks for a word first. */
export function DeleteRows({ conversations, turns, onDeleted }: Props) {
  const { t } = useTranslation();
  const { ask, notices, drafts, activity, calls } = useStores();
  const [asking, setAsking] = useState<"conversations" | "usage">();
  const [error, setError] = useState<{ at: "conversations" | "usage"; text: string }>();
  const run = async (what: "conversations" | "usage") => {
    try {
      if (what === "conversations") {
        await ask("data.deleteConversations", { count: conversations });
        drafts.getState().clearAll();
      } else {
        await ask("data.deleteUsage");
        activity.getState().empty();
        await calls.getState().load();
      }
      setError(undefined);
      notices.getState().show({ text: t(`data.deleted.${what}`), tone: "plain" });
    } catch (thrown) {
      setError({ at: what, text: sentence(thrown) });
    }
    onDeleted();
  };
  const count = { conversations, usage: turns };
  return (
    <>
      {(["conversations", "usage"] as const).map((what) => (
        <Row
          key={what}
          label={t(`data.delete.${what}`)}
          help={t(`data.deleteHelp.${what}`, { count: count[what] })}
          keywords={t("data.deleteKeywords")}
          error={error?.at === what ? error.text : undefined}
        >
          <Button
            tone="danger"
            disabled={what === "conversations" && conversations === 0}
            onClick={() => setAsking(what)}
          >
            {t(`data.deleteButton.${what}`)}
          </Button>
        </Row>
      ))}
      {asking && (
        <DeleteDialog
          question={t(`data.question.${asking}`, { count: count[asking] })}
          help={t(`data.meaning.${asking}`)}
          action={t(`data.deleteButton.${asking}`)}
          onConfirm={() => void run(asking)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}
