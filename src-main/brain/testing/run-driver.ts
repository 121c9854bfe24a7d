import type { Driver, Message, TurnEvent, TurnRequest } from "../turn";

/** Runs a turn of one driver to its end. `heard` is told each event as it comes. */
export async function runDriver(
  driver: Driver,
  request: TurnRequest,
  options: { signal?: AbortSignal; heard?: (event: TurnEvent) => void } = {},
): Promise<TurnEvent[]> {
  const events: TurnEvent[] = [];
  for await (const event of driver.run(request, options.signal ?? new AbortController().signal)) {
    events.push(event);
    options.heard?.(event);
  }
  return events;
}

/** What a caller is told at the end of a turn. */
export const doneOf = (events: TurnEvent[]) =>
  events.flatMap((event) => (event.type === "done" ? [{ reason: event.finishReason, usage: event.usage }] : []))[0];

/** Calls of the client's tools with their arguments put together. */
export function callsOf(events: TurnEvent[]): { id: string; name: string; arguments: string; ended: boolean }[] {
  const calls: { id: string; name: string; arguments: string; ended: boolean }[] = [];
  for (const event of events) {
    if (event.type === "tool_begin")
      calls[event.index] = { id: event.id, name: event.name, arguments: "", ended: false };
    const call = "index" in event ? calls[event.index] : undefined;
    if (call && event.type === "tool_arguments") call.arguments += event.text;
    if (call && event.type === "tool_end") call.ended = true;
  }
  return calls;
}

/** The picture of one transparent dot. */
export const onePixelPng =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

/** Says one of everything that a person can: words, pictures in it and elsewhere, and a file. */
export const userWithFiles: Message = {
  role: "user",
  content: [
    { type: "text", text: "look" },
    { type: "image", mediaType: "image/png", data: onePixelPng },
    { type: "image_url", url: "https://example.com/a.png" },
    { type: "document", mediaType: "application/pdf", data: "JVBERi0=", name: "a.pdf" },
  ],
};
