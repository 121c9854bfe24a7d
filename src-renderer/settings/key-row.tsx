import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { KeyKeeping } from "../../src-shared/endpoint";
import { NewKeyButton } from "../connect/new-key-button";
import { sentence } from "../stores/ask";
import { useBrain, useStores } from "../stores/use-stores";
import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Row } from "./section";

/** The endpoint's key: hidden until the person asks; copying does not need it shown. `renewable`: it can be replaced. */
export function KeyRow({ renewable = false }: { renewable?: boolean }) {
  const { t } = useTranslation();
  const { ask } = useStores();
  const shared = useBrain(({ status }) => status.lan !== undefined && status.lan.length > 0);
  const [key, setKey] = useState<string>();
  const [error, setError] = useState<string>();
  // Shown to whoever looks at it now, not to whoever comes later.
  useEffect(() => {
    const hide = () => document.hidden && setKey(undefined);
    document.addEventListener("visibilitychange", hide);
    return () => document.removeEventListener("visibilitychange", hide);
  }, []);
  const [keeping, setKeeping] = useState<KeyKeeping>();
  const learn = () => void ask("endpoint.keyKeeping").then(setKeeping, () => {});
  useEffect(learn, [ask]);
  const reveal = async () => {
    try {
      setKey(await ask("endpoint.revealKey"));
      setError(undefined);
    } catch (thrown) {
      setError(t("endpoint.revealFailed", { reason: sentence(thrown) }));
    }
  };
  const onMade = (problem: string | undefined) => {
    setError(problem);
    if (problem) return;
    setKey(undefined);
    learn();
  };
  const help = [
    t(shared ? "endpoint.keyHelpShared" : "endpoint.keyHelp"),
    keeping && t(`endpoint.kept.${keeping.where}`),
    keeping?.replaced && t("endpoint.keyReplaced"),
  ];
  return (
    <Row label={t("endpoint.key")} help={help.filter(Boolean).join(" ")} error={error}>
      <span className="flex max-w-full flex-wrap items-center gap-1">
        <code className="min-w-0 rounded-md border border-line bg-canvas px-2 py-1 font-mono text-xs break-all">
          {key ?? (
            <>
              <span aria-hidden>••••••••••••</span>
              <span className="sr-only">{t("endpoint.keyMasked")}</span>
            </>
          )}
        </code>
        <Button tone="quiet" onClick={() => (key ? setKey(undefined) : void reveal())}>
          {t(key ? "endpoint.hide" : "endpoint.reveal")}
        </Button>
        <CopyButton label={t("endpoint.copyKey")} what={() => ask("endpoint.copyKey")} />
        {renewable && <NewKeyButton onMade={onMade} />}
      </span>
    </Row>
  );
}
