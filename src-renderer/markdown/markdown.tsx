import { memo } from "react";
import { Streamdown } from "streamdown";
import { elements } from "./elements";
import { useMath } from "./math";
import { scanMath } from "./math-spans";
import { writeMath } from "./math-text";
import { settledLength } from "./settled";
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
  const math = useMath(spans.length > 0 || pending !== undefined);
  const begun = text.slice(0, pending?.at);
  const settled = growing ? begun.slice(0, settledLength(begun, openFence)) : text;
  const drawn = spans.filter(({ end }) => end <= settled.length);
  return (
    <>
      <Streamdown
        components={elements}
        rehypePlugins={plugins}
        {...(math ? { plugins: math } : {})}
        controls={false}
        mode="streaming"
        parseIncompleteMarkdown={growing}
        isAnimating={growing}
        dir="auto"
      >
        {math ? writeMath(settled, drawn) : settled}
      </Streamdown>
      {pending?.display && <p aria-hidden className="math-coming animate-breathe" />}
    </>
  );
});
