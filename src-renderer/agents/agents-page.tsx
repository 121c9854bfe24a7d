import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { JobList } from "../jobs/job-list";
import { JobView } from "../jobs/job-view";
import { RunForm } from "../jobs/run-form";
import { WaitingQuestions } from "../jobs/waiting-questions";
import { useAgents, useOpenJob } from "../stores/use-stores";
import { AgentForm } from "./agent-form";
import { AgentList } from "./agent-list";

/** Agents and their jobs; or one of either, opened. */
export function AgentsPage() {
  const { t } = useTranslation();
  const load = useAgents((state) => state.load);
  const agents = useAgents((state) => state.agents);
  const shown = useOpenJob((state) => state.id);
  /** The agent's name; null: a new one. */
  const [editing, setEditing] = useState<string | null>();
  /** Whose form was closed: its button gets the focus back. */
  const [closed, setClosed] = useState<string | null>();
  const edited = agents.find(({ name }) => name === editing);
  useEffect(() => void load(), [load]);
  /** The job that was closed: its row gets the focus back. */
  const [left, setLeft] = useState<string | null>(null);
  useEffect(() => {
    if (shown !== null) setLeft(shown);
  }, [shown]);
  const edit = (name: string | null) => {
    setClosed(undefined);
    setLeft(null);
    setEditing(name);
  };
  const close = (saved?: string) => {
    setClosed(saved ?? editing);
    setEditing(undefined);
  };
  return (
    <div className="page-scroll min-h-0 flex-1">
      <div className="mx-auto flex max-w-3xl flex-col gap-8 px-5 pt-1 pb-12">
        {shown !== null && <JobView />}
        {shown === null && editing !== undefined && <AgentForm key={editing} agent={edited} onClose={close} />}
        {shown === null && editing === undefined && (
          <>
            <p className="-mb-4 max-w-2xl px-1 text-sm text-soft">{t("agents.intro")}</p>
            <WaitingQuestions />
            <RunForm />
            <JobList left={left} />
            <AgentList onEdit={edit} closed={closed} />
          </>
        )}
      </div>
    </div>
  );
}
