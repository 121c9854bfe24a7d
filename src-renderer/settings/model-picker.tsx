import { Command } from "cmdk";
import { Check, ChevronDown } from "lucide-react";
import { Popover } from "radix-ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Settings } from "../../src-shared/settings";
import { useSettings, useStores } from "../stores/use-stores";
import { classes } from "../ui/classes";
import { modelName } from "../ui/model-name";

const allowed = Settings.shape.brain.shape.models.unwrap().element;

/** The default model: one of the list, or any name that is typed. */
export function ModelPicker({ framed = false }: { framed?: boolean }) {
  const { t } = useTranslation();
  const { settings, notices } = useStores();
  const model = useSettings((state) => state.settings.brain.model);
  const models = useSettings((state) => state.settings.brain.models);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const known = models.includes(model) ? models : [model, ...models];
  const name = typed.trim();

  const choose = (next: string) => {
    setOpen(false);
    setTyped("");
    settings
      .getState()
      .update({ brain: { model: next } })
      .catch((thrown: unknown) => notices.getState().fail(thrown, (reason) => t("settings.failed", { reason })));
  };
  const item = "flex h-8.5 items-center gap-2 rounded-lg px-2.5 text-sm data-[selected=true]:bg-hover";
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        aria-label={t("models.current", { model: modelName(model) })}
        className={classes(
          "flex h-8 min-w-0 items-center gap-1.5 rounded-lg px-2.5 text-sm text-soft transition-colors hover:bg-hover hover:text-ink",
          framed && "border border-edge bg-canvas text-ink",
        )}
      >
        <span className="truncate">{modelName(model)}</span>
        <ChevronDown aria-hidden className="size-3.5 shrink-0" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={t("models.label")}
          align={framed ? "end" : "start"}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 w-72 animate-rise rounded-xl border border-line bg-card shadow-pop"
        >
          <Command label={t("models.label")} loop>
            <Command.Input
              value={typed}
              onValueChange={setTyped}
              placeholder={t("models.placeholder")}
              className="h-10 w-full border-b border-line bg-transparent px-3.5 text-sm outline-none"
            />
            <Command.List label={t("models.listed")} className="max-h-64 overflow-y-auto p-1">
              {known.map((id) => (
                <Command.Item
                  key={id}
                  value={id}
                  keywords={[modelName(id)]}
                  onSelect={() => choose(id)}
                  className={item}
                >
                  <span className="flex-1 truncate">{modelName(id)}</span>
                  {id === model && <Check aria-hidden className="size-4 text-accent" />}
                </Command.Item>
              ))}
              {name !== "" && !known.includes(name) && allowed.safeParse(name).success && (
                <Command.Item value={`use ${name}`} keywords={[name]} onSelect={() => choose(name)} className={item}>
                  {t("models.use", { name })}
                </Command.Item>
              )}
              <Command.Empty className="px-3 py-3 text-sm text-faint">
                {t(name ? "settings.modelWrong" : "models.nothing")}
              </Command.Empty>
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
