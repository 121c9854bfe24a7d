import { CodeChip } from "./code-chip";

/** A sentence whose `commands` in backticks can be copied. */
export function WithCode({ text }: { text: string }) {
  const parts = text.split(/`([^`]+)`/);
  return parts.map((part, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the sentence.
    return index % 2 ? <CodeChip key={index} code={part} /> : part;
  });
}
