import { z } from "zod";
import type { EndpointTest } from "../../src-shared/endpoint";
import { HttpClient } from "../brain/http/client";
import { causeOf } from "../brain/http/failure";
import { readEvents } from "../brain/openai-compatible/event-source";
import { BrainError } from "../brain/turn";
import { kindOf } from "../endpoint/errors";
import { Failure } from "../failure";

/** Milliseconds that all of it may take: a brain that has just started is slow to its first word. */
const within = 90_000;

const Listing = z.object({ data: z.array(z.unknown()) });
const Refusal = z.object({ error: z.object({ message: z.string(), code: z.string().nullish() }) });
const Chunk = z.object({
  choices: z.array(z.object({ delta: z.object({ content: z.string().nullish() }) })),
});

/**
 * Asks the endpoint as any app would, over HTTP and with the key: for its models, and for a very short answer.
 * Rejects with a sentence. @param baseUrl with `/v1`.
 */
export async function checkEndpoint(baseUrl: string, key: string, model = "default"): Promise<EndpointTest> {
  const http = new HttpClient();
  const tooLong = new AbortController();
  const timer = setTimeout(() => tooLong.abort(), within);
  const call = async (path: string, body?: Record<string, unknown>) => {
    const response = await http.fetch(`${baseUrl}${path}`, {
      method: body ? "POST" : "GET",
      headers: {
        authorization: `Bearer ${key}`,
        "user-agent": "Brainstem test",
        ...(body ? { "content-type": "application/json" } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: tooLong.signal,
    });
    if (response.ok) return response;
    const refusal = Refusal.safeParse(await response.json().catch(() => undefined));
    if (refusal.success) throw refused(refusal.data.error);
    throw new Failure("endpoint_status", { status: response.status });
  };
  try {
    const { data } = Listing.parse(await (await call("/models")).json());
    return { models: data.length, ...(await askShortly(call, model)) };
  } catch (error) {
    if (error instanceof BrainError || error instanceof Failure) throw error;
    if (tooLong.signal.aborted) throw new Failure("endpoint_slow", { seconds: within / 1000 });
    throw new Failure("endpoint_unasked", { why: causeOf(error) });
  } finally {
    clearTimeout(timer);
    await http.close();
  }
}

/** The endpoint's own words, with their kind where it is one of the brain's. */
function refused({ message, code }: z.output<typeof Refusal>["error"]): Error {
  const kind = kindOf(code);
  return kind ? new BrainError(kind, message) : new Failure("endpoint_says", { words: message });
}

async function askShortly(
  call: (path: string, body: Record<string, unknown>) => ReturnType<HttpClient["fetch"]>,
  asked: string,
): Promise<Omit<EndpointTest, "models">> {
  const started = performance.now();
  const elapsed = () => Math.round(performance.now() - started);
  const messages = [{ role: "user", content: "Answer with the one word: ready" }];
  const response = await call("/chat/completions", { model: asked, stream: true, max_tokens: 64, messages });
  let firstTokenMs: number | undefined;
  for await (const data of readEvents(response.body ?? [])) {
    if (data === "[DONE]") break;
    const event: unknown = JSON.parse(data);
    const refusal = Refusal.safeParse(event);
    if (refusal.success) throw refused(refusal.data.error);
    const chunk = Chunk.parse(event);
    if (chunk.choices[0]?.delta.content) firstTokenMs ??= elapsed();
  }
  if (firstTokenMs === undefined) throw new Failure("endpoint_wordless");
  return { firstTokenMs, totalMs: elapsed() };
}
