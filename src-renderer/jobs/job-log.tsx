import { useTranslation } from "react-i18next";
import { MarkdownLater } from "../markdown/markdown-later";
import { useOpenJob } from "../stores/use-stores";
import { JobStep } from "./job-step";

/** What happened in the shown job, in order, as it happens. */
export function JobLog({ running }: { running: boolean }) {
  const { t } = useTranslation();
  const blocks = useOpenJob((state) => state.blocks);
  return (
    <div role="log" aria-label={t("jobs.log")} className="flex flex-col gap-3">
      {blocks.map((block, index) => {
        const last = index === blocks.length - 1;
        if (block.type === "words")
          return (
            <div key={block.id} dir="auto">
              <MarkdownLater text={block.text} growing={running && last} />
            </div>
          );
        if (block.type === "tool") return <JobStep key={block.id} step={block} over={!running} />;
        return (
          <p key={block.id} className="text-xs text-faint">
            {t(`jobs.note.${block.what}`)}
            {block.text && <span className="font-mono"> {block.text}</span>}
          </p>
        );
      })}
    </div>
  );
}
