import type { JobEvent } from "../../src-shared/jobs";

/** What a page shows of a job, in the order in which it happened; `id` is the number of the event it began with. */
export type JobBlock = { id: number } & (
  | { type: "words"; text: string }
  | { type: "tool"; tool: string; callId: string; input: object; answer?: ToolAnswer; result?: ToolResult }
  | { type: "note"; what: "workspace_updated" | "started" | "retry"; text: string }
);

/** What the person said to the agent's question. */
interface ToolAnswer {
  ok: boolean;
  text: string;
}
interface ToolResult {
  ok: boolean;
  text: string;
}

/** The blocks with one more event: words grow together, a tool's answer and result join its call. */
export function withEvent(blocks: JobBlock[], event: JobEvent): JobBlock[] {
  const last = blocks[blocks.length - 1];
  if (event.type === "token") {
    if (last?.type !== "words") return [...blocks, { id: event.id, type: "words", text: event.text }];
    return [...blocks.slice(0, -1), { ...last, text: last.text + event.text }];
  }
  if (event.type !== "progress") return blocks;
  const { id, what, tool = "", callId = "", input = {}, ok = true, text = "" } = event;
  switch (what) {
    case "step":
      return last?.type === "words" ? [...blocks.slice(0, -1), { ...last, text: `${last.text}\n\n` }] : blocks;
    case "tool":
      return [...blocks, { id, type: "tool", tool, callId, input }];
    case "answered":
    case "tool_result": {
      const told = what === "answered" ? { answer: { ok, text } } : { result: { ok, text } };
      return blocks.map((block) => (block.type === "tool" && block.callId === callId ? { ...block, ...told } : block));
    }
    default:
      return [...blocks, { id, type: "note", what, text }];
  }
}
