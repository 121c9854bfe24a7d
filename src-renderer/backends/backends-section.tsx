import { Plus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../settings/section";
import { sentence } from "../stores/ask";
import { useBackends } from "../stores/use-stores";
import { Button } from "../ui/button";
import { Problem } from "../ui/problem";
import { BackendForm } from "./backend-form";
import { BackendItem } from "./backend-item";

/** Everything that can answer: the Claude CLI, and what the person added. */
export function BackendsSection({ id }: { id: string }) {
  const { t } = useTranslation();
  const backends = useBackends((state) => state.backends);
  const load = useBackends((state) => state.load);
  const [adding, setAdding] = useState(false);
  /** A form was closed: the button that opened it has the focus again. */
  const [added, setAdded] = useState(false);
  const adder = useRef<HTMLButtonElement>(null);
  const close = () => {
    setAdding(false);
    setAdded(true);
  };
  const [failed, setFailed] = useState<string>();
  useEffect(() => void load().catch((thrown: unknown) => setFailed(sentence(thrown))), [load]);
  return (
    <Section
      id={id}
      title={t("backends.title")}
      help={t("backends.help")}
      keywords={t("settings.keywords.backends")}
      whole
    >
      <Problem className="px-4 py-3">{failed}</Problem>
      <ul className="divide-y divide-line">
        {backends.map((status) => (
          <BackendItem key={status.id} status={status} onRemoved={() => adder.current?.focus()} />
        ))}
      </ul>
      {adding ? (
        <BackendForm hasKey={false} taken={backends.map(({ id }) => id)} onClose={close} />
      ) : (
        <div className="px-4 py-3">
          <Button ref={adder} autoFocus={added} onClick={() => setAdding(true)}>
            <Plus aria-hidden className="size-4" />
            {t("backends.add")}
          </Button>
        </div>
      )}
    </Section>
  );
}
