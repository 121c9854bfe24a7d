import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { type Components, type ExtraProps, useIsCodeFenceIncomplete } from "streamdown";
import { useStores } from "../stores/use-stores";
import { CodeBlock } from "./code-block";

/** A link that opens outside after a click; anything but http(s) and mailto is plain text. */
function Link({ href, children, node }: ComponentProps<"a"> & ExtraProps) {
  const { ask } = useStores();
  // The arrow behind a note would move on with each of its words.
  if (node && "dataFootnoteBackref" in node.properties) return null;
  if (!href || !/^(https?:\/\/|mailto:)/i.test(href)) return <span>{children}</span>;
  return (
    <a
      href={href}
      title={href}
      draggable={false}
      onAuxClick={(event) => event.preventDefault()}
      onClick={(event) => {
        event.preventDefault();
        ask("link.open", href).catch(() => undefined);
      }}
    >
      {children}
    </a>
  );
}

/** Pictures are never loaded from elsewhere: their description becomes a link. */
function Image({ src, alt }: ComponentProps<"img"> & ExtraProps) {
  const { t } = useTranslation();
  const address = typeof src === "string" ? src : "";
  return <Link href={address}>{t("chat.remoteImage", { alt: alt || address })}</Link>;
}

/** The text of a code block and its language, as the Markdown had them. */
function codeOf(node: ExtraProps["node"]): { code: string; language: string } {
  const inner = node?.children[0];
  if (inner?.type !== "element") return { code: "", language: "" };
  const names = inner.properties["className"];
  const language = Array.isArray(names) ? names.map(String).find((name) => name.startsWith("language-")) : undefined;
  const text = inner.children.map((child) => (child.type === "text" ? child.value : "")).join("");
  return { code: text.replace(/\n$/, ""), language: language?.slice("language-".length) ?? "" };
}

function Preformatted({ node }: ComponentProps<"pre"> & ExtraProps) {
  const growing = useIsCodeFenceIncomplete();
  return <CodeBlock {...codeOf(node)} growing={growing} />;
}

function Table({ children }: ComponentProps<"table"> & ExtraProps) {
  const { t } = useTranslation();
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label={t("chat.table")}
      className="overflow-x-auto rounded-xl border border-line bg-card"
    >
      <table>{children}</table>
    </div>
  );
}

/** A formula with a line of its own scrolls where it is too wide, also by keyboard. All other spans are plain. */
function Span({ node: _, ...props }: ComponentProps<"span"> & ExtraProps) {
  const { t } = useTranslation();
  const scrolls = props.className?.split(" ").includes("katex-display");
  return scrolls ? <span {...props} role="group" aria-label={t("chat.formula")} tabIndex={0} /> : <span {...props} />;
}

/** The box of a task in a list. */
function TaskBox({ checked }: ComponentProps<"input"> & ExtraProps) {
  const { t } = useTranslation();
  const done = checked === true;
  return (
    <input type="checkbox" disabled checked={done} readOnly aria-label={t(done ? "chat.taskDone" : "chat.taskOpen")} />
  );
}

const plain = [
  "blockquote",
  "code",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "hr",
  "li",
  "ol",
  "p",
  "strong",
  "sub",
  "sup",
  "tbody",
  "td",
  "th",
  "thead",
  "tr",
  "ul",
] as const;

/** What each Markdown element becomes: ours where it matters, the browser's own (styled by CSS) elsewhere. */
export const elements: Components = {
  ...Object.fromEntries(plain.map((name) => [name, name])),
  a: Link,
  img: Image,
  input: TaskBox,
  pre: Preformatted,
  span: Span,
  table: Table,
};
