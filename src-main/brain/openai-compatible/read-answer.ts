import type { Response } from "undici";
import { toBrainError } from "../http/failure";
import type { BrainError, TurnEvent } from "../turn";
import { AnswerReader } from "./answer";
import { Chunk } from "./chunk";
import { readEvents } from "./event-source";
import { fromStream } from "./failures";

/**
 * The events of an answer, streamed or (from a server that does not stream) whole. Throws {@link BrainError} for an
 * error inside it and where it ends without saying that it is complete, and whatever the connection throws.
 */
export async function* readAnswer(backend: string, response: Response, thinking: boolean): AsyncGenerator<TurnEvent> {
  const reader = new AnswerReader(thinking);
  const whole = response.headers.get("content-type")?.includes("application/json");
  let ended = false;
  for await (const data of whole ? [await response.text()] : readEvents(response.body ?? [])) {
    ended = data === "[DONE]";
    if (ended) break;
    const chunk = parse(data);
    if (!chunk) throw toBrainError(backend, { status: undefined, words: `unexpected answer: ${data.slice(0, 100)}` });
    if (chunk.error) throw fromStream(backend, chunk.error);
    yield* reader.read(chunk);
  }
  if (!ended && !reader.finished) throw brokeOff(backend, "the connection ended");
  yield* reader.end();
}

export function brokeOff(backend: string, words: string): BrainError {
  return toBrainError(backend, { status: undefined, words: `the answer broke off (${words})` });
}

function parse(data: string): Chunk | undefined {
  try {
    return Chunk.parse(JSON.parse(data));
  } catch {
    return undefined;
  }
}
