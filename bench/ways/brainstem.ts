import { Agent, type ClientRequest, type IncomingMessage, request } from "node:http";
import { Ear, type Heard, Lines } from "../heard";
import { model, systemPrompt } from "../words";

export type ChatMessage =
  | { role: "system" | "user" | "assistant"; content: string }
  | { role: "assistant"; tool_calls: object[] }
  | { role: "tool"; tool_call_id: string; content: string };

interface Chunk {
  choices?: { delta: { content?: string; tool_calls?: { id?: string }[] } }[];
}

/** (d) Brainstem over its HTTP endpoint, as an OpenAI client uses it: all of the history with every request. */
export class Brainstem {
  private readonly agent = new Agent({ keepAlive: true });

  constructor(
    private readonly baseUrl: string,
    private readonly key: string,
  ) {}

  /** Resolves at the answer's end; with `leaveAfter`, the client breaks the connection after so many tokens. */
  ask(messages: ChatMessage[], more: { tools?: object[]; leaveAfter?: number } = {}): Promise<Heard> {
    const body = JSON.stringify({
      model,
      stream: true,
      stream_options: { include_usage: true },
      messages: [{ role: "system", content: systemPrompt }, ...messages],
      ...(more.tools ? { tools: more.tools } : {}),
    });
    const headers = { "content-type": "application/json", authorization: `Bearer ${this.key}` };
    const ear = new Ear();
    return new Promise((resolve, reject) => {
      const options = { method: "POST", agent: this.agent, headers };
      const asking = request(`${this.baseUrl}/chat/completions`, options, (response) => {
        if (response.statusCode !== 200) return reject(new Error(`Brainstem answered ${response.statusCode}`));
        read(asking, response, ear, more.leaveAfter ?? Number.POSITIVE_INFINITY, resolve);
      });
      asking.on("error", (error) => {
        if (Number.isNaN(ear.heard.leftAt)) reject(error);
      });
      asking.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

function read(
  asking: ClientRequest,
  response: IncomingMessage,
  ear: Ear,
  leaveAfter: number,
  done: (heard: Heard) => void,
): void {
  const { heard } = ear;
  let readAt = 0;
  const lines = new Lines((line) => {
    if (!line.startsWith("data: {")) return;
    const delta = (JSON.parse(line.slice(6)) as Chunk).choices?.[0]?.delta;
    if (delta?.content) ear.text(delta.content, readAt);
    const id = delta?.tool_calls?.[0]?.id;
    if (id) ear.toolCall(id, readAt);
  });
  response.on("error", () => {});
  response.setEncoding("utf8").on("data", (piece: string) => {
    readAt = performance.now();
    lines.push(piece);
    if (heard.tokens.length < leaveAfter || heard.leftAt > 0) return;
    heard.leftAt = performance.now();
    asking.destroy();
    done(heard);
  });
  response.on("end", () => done(heard));
}
