import { memo, type ReactNode, use, useMemo } from "react";
import { HighlightContext } from "./highlight";

interface Node {
  type: string;
  value?: string;
  properties?: { className?: unknown };
  children?: Node[];
}

/** Code as coloured spans, without any HTML from outside. Suspends while the grammars are loaded. */
export const ColouredCode = memo(function ColouredCode({ code, language }: { code: string; language: string }) {
  const highlight = use(use(HighlightContext)());
  const tree = useMemo(() => highlight(code, language), [highlight, code, language]);
  return tree ? spans(tree.children as Node[]) : code;
});

function spans(nodes: Node[]): ReactNode {
  return nodes.map((node, index) => {
    if (node.type === "text") return node.value;
    const names = node.properties?.className;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a span is its place in the code.
      <span key={index} className={Array.isArray(names) ? names.join(" ") : undefined}>
        {spans(node.children ?? [])}
      </span>
    );
  });
}
