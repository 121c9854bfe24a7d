import { memo } from "react";
import { Streamdown } from "streamdown";
import { elements } from "./elements";

interface Props {
  text: string;
  /** It still grows: what is unfinished is closed for the eye. */
  growing: boolean;
}

// Without rehype-raw among these, HTML in the text is shown as text.
const plugins: [] = [];

/** Markdown as the model writes it, block by block, so that only the last one changes while it grows. */
export const Markdown = memo(function Markdown({ text, growing }: Props) {
  return (
    <div className="markdown">
      <Streamdown
        components={elements}
        rehypePlugins={plugins}
        controls={false}
        mode="streaming"
        parseIncompleteMarkdown={growing}
        isAnimating={growing}
        dir="auto"
      >
        {text}
      </Streamdown>
    </div>
  );
});
