import { Play } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSubmit } from "../form/use-submit";
import { Section } from "../settings/section";
import { isPressed } from "../shell/shortcuts";
import { noDraft } from "../stores/drafts";
import { useAgents, useDrafts, useStores } from "../stores/use-stores";
import { Button } from "../ui/button";
import { Problem } from "../ui/problem";
import { Select } from "../ui/select";

/** Among the drafts; no conversation has this id. */
const runDraft = "run-an-agent";

/** Gives an agent something to do, and opens the job. */
export function RunForm() {
  const id = useId();
  const { t } = useTranslation();
  const { jobs, openJob, drafts } = useStores();
  const agents = useAgents((state) => state.agents);
  const [chosen, setChosen] = useState<string>();
  const prompt = useDrafts((state) => state.byChat[runDraft]?.text ?? "");
  const setPrompt = (text: string) => drafts.getState().put(runDraft, { ...noDraft, text });
  const { busy, error, submit } = useSubmit();
  const agent = agents.find(({ name }) => name === chosen) ?? agents.find(({ builtIn }) => !builtIn) ?? agents[0];
  const start = () => {
    if (!agent || prompt.trim() === "") return;
    void submit(async () => {
      const id = await jobs.getState().start(agent.name, prompt.trim());
      drafts.getState().clear(runDraft);
      await openJob.getState().show(id);
    });
  };
  return (
    <Section title={t("jobs.run")}>
      <form
        className="flex flex-col gap-2.5 p-4"
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <label htmlFor={id} className="sr-only">
          {t("jobs.prompt")}
        </label>
        <textarea
          id={id}
          dir="auto"
          rows={3}
          value={prompt}
          placeholder={t("jobs.promptPlaceholder")}
          onChange={(event) => setPrompt(event.target.value)}
          onKeyDown={(event) => {
            if (!isPressed("startJob", event.nativeEvent)) return;
            event.preventDefault();
            start();
          }}
          className="block w-full resize-y rounded-lg border border-edge bg-canvas px-3 py-2 text-sm leading-relaxed"
        />
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Select
            aria-label={t("jobs.agent")}
            className="w-56"
            value={agent?.name ?? ""}
            options={agents.map(({ name }) => ({ value: name, label: name }))}
            onChange={setChosen}
          />
          <Button type="submit" tone="primary" disabled={busy || !agent || prompt.trim() === ""}>
            <Play aria-hidden className="size-3.5" />
            {t("jobs.start")}
          </Button>
        </div>
        <Problem>{error}</Problem>
      </form>
    </Section>
  );
}
