import { later } from "../ui/later";
import type { MarkdownProps } from "./markdown";

/** Markdown without its weight at the window's start: plain text until the code for it has come. */
export const MarkdownLater = later(
  () => import("./markdown").then((code) => code.Markdown),
  ({ text }: MarkdownProps) => <div className="markdown whitespace-pre-wrap">{text}</div>,
);
