import { Backend, claudeCliId } from "../../src-shared/backends";

export const kinds = Backend.shape.kind.options;

/** Servers that people run on their own computer, with the address that each has by default. */
export const knownServers = [
  { name: "Ollama", baseUrl: "http://127.0.0.1:11434/v1" },
  { name: "LM Studio", baseUrl: "http://127.0.0.1:1234/v1" },
  { name: "Open WebUI", baseUrl: "http://127.0.0.1:3000/api" },
] as const;

/** A short name made from the words of a name, e.g. `lm-studio`; with a number where it is taken. */
export function shortName(name: string, taken: readonly string[]): string {
  const base = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, 30)
    .replace(/-+$/, "");
  if (!base) return "";
  const isFree = (id: string) => id !== claudeCliId && id !== "agent" && !taken.includes(id);
  if (isFree(base)) return base;
  let number = 2;
  while (!isFree(`${base}-${number}`)) number++;
  return `${base}-${number}`;
}
