import { defaultRemarkPlugins } from "streamdown";

type Plugins = (typeof defaultRemarkPlugins)[string][];

interface Node {
  type: string;
  value?: string;
  children?: Node[];
  data?: { hName: string };
}

/**
 * Markdown as models mean it. A line of dashes under words is a rule and makes no heading of what is read already, one
 * tilde is "about", and the mark of a note is one before its note has come.
 */
export function createFlavour(): Plugins {
  const { gfm, ...others } = defaultRemarkPlugins;
  const plain = Array.isArray(gfm) ? gfm[0] : gfm;
  return [[plain, { singleTilde: false }], ...Object.values(others), withoutSetext, withNotes] as Plugins;
}

function withoutSetext(this: { data(): { micromarkExtensions?: unknown[] } }): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({ disable: { null: ["setextUnderline"] } });
}

const withNotes = () => (tree: Node) => raiseNotes(tree);

function raiseNotes(node: Node): void {
  if (!node.children) return;
  node.children = node.children.flatMap((child) => {
    if (child.type !== "text" || !child.value?.includes("[^")) {
      raiseNotes(child);
      return [child];
    }
    return child.value.split(/\[\^([^\]\s]+)\]/).map((value, index): Node => {
      if (index % 2 === 0) return { type: "text", value };
      return { type: "emphasis", data: { hName: "sup" }, children: [{ type: "text", value }] };
    });
  });
}
