import { API_KEY, type BrainstemApp } from "./app";

/** One message as OpenAI's clients send it. */
export type ChatMessage = Record<string, unknown>;

/** A request as Pipecat's OpenAI service sends it, and its answer while it streams. */
export interface Asked {
  /** What has come so far. */
  text(): string;
  /** Names of the tools that were called. */
  tools(): string[];
  /** Resolves once at least `characters` have come. */
  heard(characters: number): Promise<void>;
  /** Closes the connection, which is all that a barge-in is. */
  hangUp(): void;
  /** Resolves to the whole answer, or to what had come when the client hung up. */
  ended: Promise<string>;
}

const agent = "AsyncOpenAI/Python 3.54.0";

interface Options {
  caller?: string;
  more?: Record<string, unknown>;
}

/** Streams an answer to these messages. */
export async function speakTo(
  app: BrainstemApp,
  messages: ChatMessage[],
  { caller = agent, more = {} }: Options = {},
): Promise<Asked> {
  const { baseUrl } = await app.status();
  const abort = new AbortController();
  const response = await fetch(`${baseUrl}/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${API_KEY}`, "content-type": "application/json", "user-agent": caller },
    body: JSON.stringify({
      ...{ messages, model: "claude-haiku-4-5", stream: true, stream_options: { include_usage: true } },
      ...more,
    }),
    signal: abort.signal,
  });
  if (!response.ok || !response.body) throw new Error(await response.text());
  let text = "";
  const tools: string[] = [];
  let waiting: (() => void)[] = [];
  const tell = () => {
    for (const each of waiting.splice(0)) each();
  };

  const read = async (body: ReadableStream<Uint8Array>): Promise<string> => {
    let rest = "";
    try {
      const decoder = new TextDecoder();
      for await (const piece of body) {
        const events = (rest + decoder.decode(piece, { stream: true })).split("\n\n");
        rest = events.pop() ?? "";
        for (const event of events) {
          const delta = /^data: \{/.test(event) ? JSON.parse(event.slice(6)).choices?.[0]?.delta : undefined;
          text += delta?.content ?? "";
          for (const call of delta?.tool_calls ?? []) if (call.function?.name) tools.push(call.function.name);
        }
        tell();
      }
    } catch (error) {
      if (!abort.signal.aborted) throw error;
    }
    tell();
    return text;
  };
  const ended = read(response.body);

  return {
    text: () => text,
    tools: () => tools,
    async heard(characters) {
      while (text.length < characters) await new Promise<void>((resolve) => (waiting = [...waiting, resolve]));
    },
    hangUp: () => abort.abort(),
    ended,
  };
}

export const said = (content: string): ChatMessage => ({ role: "user", content });
export const answered = (content: string): ChatMessage => ({ role: "assistant", content });
