import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";

/** The end of a form: what was refused, and the ways out. */
export function FormFoot(props: { save: string; error: string | undefined; busy: boolean; onCancel: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap items-center justify-end gap-2 px-4 py-3">
      <p role="alert" className="min-w-0 flex-1 text-sm text-danger">
        {props.error}
      </p>
      <Button onClick={props.onCancel}>{t("form.cancel")}</Button>
      <Button type="submit" tone="primary" disabled={props.busy}>
        {props.save}
      </Button>
    </div>
  );
}
