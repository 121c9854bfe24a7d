import { ShieldAlert } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useBrain } from "../stores/use-stores";
import { Confirm } from "../ui/confirm";
import { CopyButton } from "../ui/copy-button";
import { Switch } from "../ui/switch";
import { described, Row } from "./section";
import { useField } from "./use-field";

/** Whether other computers may call the endpoint: asked before it is on, shown while it is, closed at once. */
export function LanRow() {
  const id = useId();
  const { t } = useTranslation();
  const { value: on, error: refused, put } = useField("endpoint", "lan");
  const addresses = useBrain((state) => state.status.lan);
  const problem = useBrain((state) => state.status.lanProblem);
  const [asking, setAsking] = useState(false);
  const error = refused ?? (problem && t(`lan.problem.${problem}`));
  return (
    <Row label={t("lan.label")} help={t("lan.help")} keywords={t("lan.keywords")} error={error} id={id}>
      <Switch
        {...described(id, error)}
        checked={on}
        onCheckedChange={(next) => (next ? setAsking(true) : void put(false))}
      />
      {on && (
        <div className="flex basis-full items-start gap-3 rounded-xl border border-warn-line bg-warn-wash px-3.5 py-2.5 text-sm">
          <ShieldAlert aria-hidden className="mt-0.5 size-4.5 shrink-0 text-warn" />
          <div className="min-w-0 flex-1">
            <p className="font-medium">{t(addresses?.length ? "lan.open" : "lan.notYet")}</p>
            <ul className="mt-1 flex flex-col gap-1 empty:hidden">
              {addresses?.map((address) => (
                <li key={address} className="flex items-center gap-1">
                  <code className="min-w-0 rounded-md border border-line bg-canvas px-2 py-1 font-mono text-xs break-all">
                    {address}
                  </code>
                  <CopyButton label={t("lan.copy", { address })} what={address} />
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {asking && (
        <Confirm
          question={t("lan.question")}
          help={t("lan.meaning")}
          action={t("lan.turnOn")}
          onConfirm={() => void put(true)}
          onClose={() => setAsking(false)}
        >
          <ul className="mt-1 flex list-disc flex-col gap-1.5 pl-5 text-sm text-soft">
            <li>{t("lan.everybody")}</li>
            <li>{t("lan.unencrypted")}</li>
            <li>{t("lan.firewall")}</li>
          </ul>
        </Confirm>
      )}
    </Row>
  );
}
