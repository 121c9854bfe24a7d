import { BrainError, type Part, type Tool } from "../../turn";
import { type FromCli, type McpMessage, stdinLine } from "../process/protocol";

/** The longest result that the CLI hands to the model whole; it moves longer ones into a file. */
export const longestResult = 500_000;
/** The MCP revision that manifests are written for; a CLI that wants another asks for the list as usual. */
const mcpRevision = "2025-11-25";

type McpRequest = Extract<FromCli, { type: "control_request" }>;

/**
 * A client's own tools, offered to the model as an MCP server that lives in this process. A call waits unanswered
 * until the client brings the result in its next request.
 */
export class ClientTools {
  /** Calls that the CLI waits for, by tool call id: how to answer each. */
  private readonly waiting = new Map<string, (result: Record<string, unknown>) => void>();
  /** Results that came before the CLI asked. */
  private readonly early = new Map<string, Record<string, unknown>>();

  constructor(
    private readonly tools: readonly Tool[],
    private readonly send: (line: string) => void,
  ) {}

  /** What `initialize` says of them; with manifests a newer CLI needs no round trip for the list. */
  describe(): { sdkMcpServers?: string[]; sdkMcpServerManifests?: Record<string, unknown> } {
    if (this.tools.length === 0) return {};
    const manifest = {
      initializeResult: serverInfo(mcpRevision),
      toolsListResult: { tools: this.tools.map(describeTool) },
    };
    return { sdkMcpServers: ["client"], sdkMcpServerManifests: { client: manifest } };
  }

  /** Serves one `mcp_message` of the CLI. */
  hear(request: McpRequest): void {
    const message = request.request.message;
    if (request.request.subtype !== "mcp_message" || !message) {
      this.send(stdinLine.refuse(request.request_id, "not served"));
      return;
    }
    const reply = (result: Record<string, unknown>) =>
      this.send(stdinLine.mcp(request.request_id, { jsonrpc: "2.0", id: message.id ?? 0, result }));
    if (message.method === "initialize") reply(serverInfo(message.params?.protocolVersion ?? mcpRevision));
    else if (message.method === "tools/list") reply({ tools: this.tools.map(describeTool) });
    else if (message.method === "tools/call") this.call(callId(message), reply);
    else reply({});
  }

  /** Gives the result of a call to the CLI, now or as soon as it asks. */
  answer(id: string, content: readonly Part[]): void {
    const result = { content: content.map(toMcpContent) };
    const reply = this.waiting.get(id);
    this.waiting.delete(id);
    if (reply) reply(result);
    else this.early.set(id, result);
  }

  private call(id: string, reply: (result: Record<string, unknown>) => void): void {
    const result = this.early.get(id);
    this.early.delete(id);
    if (result) reply(result);
    else this.waiting.set(id, reply);
  }
}

function callId(message: McpMessage): string {
  return String(message.params?._meta?.["claudecode/toolUseId"] ?? "");
}

function serverInfo(protocolVersion: string): Record<string, unknown> {
  return { protocolVersion, capabilities: { tools: {} }, serverInfo: { name: "client", version: "1" } };
}

function describeTool(tool: Tool): Record<string, unknown> {
  return {
    name: tool.name,
    description: tool.description,
    inputSchema: { properties: {}, ...tool.parameters, type: "object" },
    // Read-only tools may be called several at once; whether these are is for their owner to know.
    annotations: { readOnlyHint: true },
    _meta: { "anthropic/maxResultSizeChars": longestResult },
  };
}

function toMcpContent(part: Part): Record<string, unknown> {
  if (part.type === "text") return { type: "text", text: part.text };
  if (part.type === "image") return { type: "image", data: part.data, mimeType: part.mediaType };
  if (part.type === "document")
    throw new BrainError(
      "invalid_request",
      "The result of a tool cannot be a file; send its text.",
      undefined,
      "messages",
    );
  // MCP has no picture that the model's side fetches; its address is what there is to say.
  return { type: "text", text: part.url };
}
