import { ChevronDown } from "lucide-react";
import { Popover } from "radix-ui";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Select } from "../ui/select";
import { ModelList } from "./model-list";
import { efforts, useOptions } from "./use-options";

/** What this conversation asks for: its model, how much is thought, and what the model is told first. */
export function OptionsPopover({ conversationId }: { conversationId: string | null }) {
  const { t } = useTranslation();
  const { options, change, nameOf, model } = useOptions(conversationId);
  const [open, setOpen] = useState(false);
  const [system, setSystem] = useState("");
  const effortId = useId();
  const systemId = useId();
  useEffect(() => setSystem(options.system ?? ""), [options.system]);

  const keepSystem = () => {
    const next = system.trim() === "" ? undefined : system;
    if (next !== options.system) change({ system: next });
  };
  const effort = options.effort && t(`settings.efforts.${options.effort}`);
  const extras = [effort && t("options.thinks", { effort }), options.system && t("options.instructed")].filter(Boolean);
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (!next) keepSystem();
      }}
    >
      <Popover.Trigger
        aria-label={[t("models.current", { model: nameOf(model) }), ...extras].join(", ")}
        className="flex h-8 min-w-0 items-center gap-1.5 rounded-lg px-2.5 text-sm text-soft transition-colors hover:bg-hover hover:text-ink data-[state=open]:bg-hover"
      >
        <span className="truncate">{nameOf(model)}</span>
        {extras.length > 0 && <span className="truncate text-xs text-faint">{extras.join(" · ")}</span>}
        <ChevronDown aria-hidden className="size-3.5 shrink-0" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={t("options.label")}
          align="start"
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-h-(--radix-popover-content-available-height) w-80 animate-rise flex-col overflow-y-auto rounded-xl border border-line bg-card shadow-pop"
        >
          <ModelList
            chosen={options.model}
            onChoose={(next) => {
              change({ model: next });
              setOpen(false);
            }}
          />
          <div className="flex flex-col gap-3 border-t border-line p-3">
            <div className="flex items-center justify-between gap-3">
              <label htmlFor={effortId} className="text-sm">
                {t("settings.effort")}
              </label>
              <Select
                id={effortId}
                className="w-40"
                value={options.effort ?? ""}
                options={[
                  { value: "" as const, label: t("options.asSettings") },
                  ...efforts.map((value) => ({ value, label: t(`settings.efforts.${value}`) })),
                ]}
                onChange={(value) => change({ effort: value || undefined })}
              />
            </div>
            <div className="flex flex-col gap-1.5">
              <label htmlFor={systemId} className="text-sm">
                {t("options.system")}
              </label>
              <textarea
                id={systemId}
                dir="auto"
                rows={3}
                maxLength={20_000}
                value={system}
                placeholder={t("options.systemPlaceholder")}
                onChange={(event) => setSystem(event.target.value)}
                onBlur={keepSystem}
                className="block max-h-40 w-full resize-none rounded-lg border border-edge bg-canvas px-2.5 py-1.5 text-sm leading-relaxed"
              />
            </div>
            <p className="text-xs text-faint">{t("options.scope")}</p>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
