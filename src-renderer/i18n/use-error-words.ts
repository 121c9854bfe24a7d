import { useTranslation } from "react-i18next";
import en from "../../locales/en/errors.json";

/** What failed: an English sentence, and its kind where the brain named one. */
interface Failed {
  error?: string | undefined;
  errorKind?: string | undefined;
}

type Kind = keyof typeof en.turn;
const isKind = (kind: string | undefined): kind is Kind => kind !== undefined && Object.hasOwn(en.turn, kind);

/** Kinds whose English sentence holds what no translation can know: a backend's own words, a number, a name. */
const telling = new Set<Kind>([
  ...(["backend_auth", "backend_unavailable", "rate_limited", "overloaded", "upstream_failed"] as const),
  ...(["invalid_request", "model_not_found", "timeout", "cli_crashed"] as const),
]);

/** Says what failed in the window's language; in English just as it came. */
export function useErrorWords(): (failed: Failed) => string | undefined {
  const { t, i18n } = useTranslation();
  return ({ error, errorKind }) => {
    if (i18n.language === "en" || !isKind(errorKind)) return error;
    const said = t(`errors.turn.${errorKind}`);
    return error && telling.has(errorKind) ? `${said} ${t("errors.original", { words: error })}` : said;
  };
}
