import { parse, stringify } from "yaml";
import { Agent } from "../../src-shared/agents";
import { UnreadableAgent } from "./file-problem";

const marker = /^---[ \t]*\r?$/m;

/**
 * Reads an agent's file: YAML between two lines of `---`, then the prompt. The name is the file's own.
 * Throws an Error whose message names what is wrong, e.g. `tools[0]: must be a tool such as "Read"…`.
 */
export function readAgent(name: string, text: string): Agent {
  const { head, prompt } = split(text.replace(/^\uFEFF/, ""));
  let fields: unknown;
  try {
    fields = parse(head) ?? {};
  } catch (error) {
    const words = (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
    throw new UnreadableAgent("not_yaml", words.replace(/:$/, ""));
  }
  if (typeof fields !== "object" || Array.isArray(fields))
    throw new UnreadableAgent("no_list", "its first part is not a list of settings");
  const unknown = Object.keys(fields as object).find((field) => !(field in Agent.shape));
  if (unknown !== undefined) throw new UnreadableAgent("unknown_field", `there is no setting "${unknown}"`, unknown);
  const parsed = Agent.safeParse({ ...fields, name, prompt });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const at = issue?.path.map((key) => (typeof key === "number" ? `[${key}]` : String(key))).join("");
  throw new UnreadableAgent("field", `${at ? `${at}: ` : ""}${issue?.message ?? "not usable"}`, at ?? "");
}

/** The file of an agent; what equals its default is left out. */
export function writeAgent({ name, prompt, ...fields }: Agent): string {
  const defaults: Record<string, unknown> = Agent.parse({ name });
  const changed = Object.entries(fields).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(defaults[field]),
  );
  const head = changed.length > 0 ? stringify(Object.fromEntries(changed), { lineWidth: 0 }) : "";
  return `---\n${head}---\n\n${prompt.trim()}\n`;
}

/** A file without the two lines is a prompt alone. */
function split(text: string): { head: string; prompt: string } {
  const begin = marker.exec(text);
  if (!begin || text.slice(0, begin.index).trim() !== "") return { head: "", prompt: text.trim() };
  const rest = text.slice(begin.index + begin[0].length);
  const end = marker.exec(rest);
  if (!end) throw new UnreadableAgent("no_end", "the line --- that ends its settings is missing");
  return { head: rest.slice(0, end.index), prompt: rest.slice(end.index + end[0].length).trim() };
}
