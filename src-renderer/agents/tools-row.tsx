import { useTranslation } from "react-i18next";
import { AreaRow } from "../form/area-row";
import { linesOf } from "../form/lines";
import { classes } from "../ui/classes";

/** What agents are given most; a question mark asks the person first. */
const common = ["Read", "Glob", "Grep", "Edit", "Write", "Bash?", "WebSearch", "WebFetch?"];

/** The tools that an agent may use, a line each; the common ones by a click. */
export function ToolsRow(props: { value: string; error: string | undefined; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const lines = linesOf(props.value);
  const toggle = (tool: string) => {
    const next = lines.includes(tool) ? lines.filter((line) => line !== tool) : [...lines, tool];
    props.onChange(next.join("\n"));
  };
  return (
    <AreaRow
      label={t("agents.field.tools")}
      help={t("agents.fieldHelp.tools")}
      rows={4}
      code
      value={props.value}
      error={props.error}
      onChange={props.onChange}
    >
      <div role="group" aria-label={t("agents.commonTools")} className="flex flex-wrap gap-1.5">
        {common.map((tool) => (
          <button
            key={tool}
            type="button"
            aria-pressed={lines.includes(tool)}
            onClick={() => toggle(tool)}
            className={classes(
              "h-7 rounded-lg border px-2.5 font-mono text-xs transition-colors",
              lines.includes(tool)
                ? "border-accent bg-accent-wash text-accent-text"
                : "border-line bg-canvas text-soft hover:bg-hover hover:text-ink",
            )}
          >
            {tool}
          </button>
        ))}
      </div>
    </AreaRow>
  );
}
