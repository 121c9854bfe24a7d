import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Streamdown } from "streamdown";
import { elements } from "./elements";
import { createFlavour } from "./flavour";
import { useMath } from "./math";
import { scanMath } from "./math-spans";
import { writeMath } from "./math-text";
import { settle } from "./settled";
import { splitMarkdown } from "./split-markdown";

export interface MarkdownProps {
  text: string;
  /** It still grows: what is unfinished is closed for the eye, or waits where it would be seen changing its kind. */
  growing: boolean;
  /** The text as `splitMarkdown` cuts it, where that is known: then the whole text is not read. */
  pieces?: readonly string[] | undefined;
}

// Without rehype-raw among these, HTML in the text is shown as text.
const plugins: [] = [];
const flavour = createFlavour();

/** Markdown as the model writes it, piece by piece and block by block, so that only the last one changes while it grows. */
export const Markdown = memo(function Markdown({ text, growing, pieces: known }: MarkdownProps) {
  const pieces = known ?? splitMarkdown(text);
  return (
    <div className="markdown">
      {pieces.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces come at the end alone.
        <Piece key={index} text={piece} growing={growing && index === pieces.length - 1} />
      ))}
    </div>
  );
});

const Piece = memo(function Piece({ text, growing }: Omit<MarkdownProps, "pieces">) {
  const { spans, pending, openFence } = scanMath(text, growing);
  const { t } = useTranslation();
  const notes = { footnoteLabel: t("chat.notes"), footnoteLabelProperties: { className: ["sr-only"] } };
  const math = useMath(spans.length > 0 || pending !== undefined);
  const begun = text.slice(0, pending?.at);
  const { length, closing } = growing ? settle(begun, { spans, openFence }) : { length: text.length, closing: "" };
  const drawn = spans.filter(({ end }) => end <= length);
  const settled = begun.slice(0, length);
  return (
    <>
      <Streamdown
        components={elements}
        remarkPlugins={flavour}
        rehypePlugins={plugins}
        remarkRehypeOptions={notes}
        {...(math ? { plugins: math } : {})}
        controls={false}
        mode="streaming"
        parseIncompleteMarkdown={false}
        isAnimating={growing}
        dir="auto"
      >
        {(math ? writeMath(settled, drawn) : settled) + closing}
      </Streamdown>
      {pending?.display && <p aria-hidden className="math-coming animate-breathe" />}
    </>
  );
});
