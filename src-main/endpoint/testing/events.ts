import { key, type TestEndpoint } from "./test-endpoint";

/** An event of a stream: its name, and its data as JSON. */
export interface SentEvent {
  event: string | undefined;
  data: ReturnType<typeof JSON.parse>;
}

/** The events of a `text/event-stream` body; comments are left out. */
export function readEvents(body: string): SentEvent[] {
  return body
    .split("\n\n")
    .filter((block) => block.includes("data: "))
    .map((block) => ({
      event: /^event: (.+)$/m.exec(block)?.[1],
      data: JSON.parse(/^data: (.+)$/m.exec(block)?.[1] ?? "null"),
    }));
}

/** Sends a request as a client with the key does. */
export function send(
  { port }: TestEndpoint,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
}
