import { Plus } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../settings/section";
import { useAgents } from "../stores/use-stores";
import { Button } from "../ui/button";
import { AgentItem } from "./agent-item";

interface Props {
  /** Null makes a new one. */
  onEdit: (name: string | null) => void;
  /** Whose form was just closed; null: a new one's. */
  closed: string | null | undefined;
}

/** All agents, and the files in their folder that hold none. */
export function AgentList({ onEdit, closed }: Props) {
  const { t, i18n } = useTranslation();
  const agents = useAgents((state) => state.agents);
  const problems = useAgents((state) => state.problems);
  const adder = useRef<HTMLButtonElement>(null);
  const phase = useAgents((state) => state.phase);
  return (
    <Section title={t("agents.title")} help={t("agents.help")}>
      {phase !== "ready" && agents.length === 0 && (
        <p className="px-4 py-3 text-sm text-faint">{t(phase === "failed" ? "agents.failed" : "agents.loading")}</p>
      )}
      <ul className="divide-y divide-line">
        {agents.map((agent) => (
          <AgentItem
            key={agent.name}
            agent={agent}
            focused={agent.name === closed}
            onEdit={() => onEdit(agent.name)}
            onRemoved={() => adder.current?.focus()}
          />
        ))}
      </ul>
      {problems.map(({ file, problem, code, field }) => (
        <p key={file} className="px-4 py-3 text-sm [overflow-wrap:anywhere]">
          <span className="font-mono text-xs">{file}</span>
          <span className="block text-danger">
            {t("agents.problem", {
              problem: code && i18n.language !== "en" ? t(`agents.fileProblem.${code}`, { field }) : problem,
            })}
          </span>
        </p>
      ))}
      <div className="px-4 py-3">
        <Button ref={adder} autoFocus={closed === null} onClick={() => onEdit(null)}>
          <Plus aria-hidden className="size-4" />
          {t("agents.new")}
        </Button>
      </div>
    </Section>
  );
}
