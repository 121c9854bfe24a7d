import { Suspense, useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../ui/copy-button";
import { ColouredCode } from "./coloured-code";

interface Props {
  code: string;
  language: string;
  /** It still grows: it is coloured when it is whole. */
  growing?: boolean;
  /** What copies it in the main process, where that is not just the code. */
  copy?: () => Promise<unknown>;
}

/** A block of code with its language and a copy button. */
export function CodeBlock({ code, language, growing = false, copy }: Props) {
  const { t } = useTranslation();
  // Colours come after the words, in their own time.
  const plain = useDeferredValue(growing);
  const name = language || t("chat.code");
  return (
    <div className="overflow-hidden rounded-xl border border-line bg-code">
      <div className="flex h-9 items-center justify-between border-b border-line pr-1 pl-4">
        <span className="font-mono text-xs text-faint">{name}</span>
        <CopyButton label={t("chat.copyCode")} what={copy ?? code} className="size-7!" />
      </div>
      <pre
        tabIndex={0}
        aria-label={name}
        role="region"
        className="overflow-x-auto px-4 py-3 font-mono text-[0.8125rem] leading-relaxed outline-offset-[-2px]"
      >
        <code className="text-[1em]!">
          <Suspense fallback={code}>
            {growing || plain ? code : <ColouredCode code={code} language={language} />}
          </Suspense>
        </code>
      </pre>
    </div>
  );
}
