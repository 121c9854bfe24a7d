import { EventStream } from "../answer/event-stream";
import type { EndpointContext } from "../context";
import { badRequest } from "../errors";
import { type Exchange, onGone } from "../exchange";
import { eventText } from "../jobs/event-text";
import { tellingRefusals } from "../jobs/refusals";
import type { Route } from "../router";

/** A job's events as they come, from the first one or from where a client left off. */
export const jobStream: Route = {
  method: "GET",
  path: "/jobs/{id}/stream",
  about: {
    summary: "A job's events as they come",
    description:
      "Goes on behind the event that the header `Last-Event-ID` or `?after=` names. 204 when the job is over and nothing follows.",
    answers: {
      200: { description: "The events", events: "`progress`, `token`, `confirm`, and at last `done` or `error`." },
      204: { description: "The job is over and all its events were seen" },
    },
  },
  handle: tellingRefusals(async (exchange, context) => {
    const gone = new AbortController();
    const id = exchange.params["id"] ?? "";
    const events = await context.jobs.follow(id, seenBefore(exchange), gone.signal);
    if (!events) {
      exchange.response.writeHead(204).end();
      return;
    }
    await send(exchange, context, events, gone);
  }),
};

async function send(
  exchange: Exchange,
  context: EndpointContext,
  events: AsyncIterable<{ id: number } & Parameters<typeof eventText>[0]>,
  gone: AbortController,
): Promise<void> {
  const { limits } = context;
  const stream = new EventStream(exchange, { ...limits, commentMs: limits.jobCommentMs }, ": keepalive\n\n");
  const unwatch = onGone(exchange, () => gone.abort());
  // The client comes back by itself, and goes on where it was.
  const untrack = context.turns.add(() => gone.abort());
  try {
    await exchange.turn;
    await stream.write("retry: 1000\n\n");
    for await (const event of events) await stream.write(eventText(event));
    stream.end("");
  } finally {
    unwatch();
    untrack();
  }
}

/** The number of the last event that the client has. */
function seenBefore({ request }: Exchange): number {
  const url = new URL(request.url ?? "", "http://localhost");
  const given = request.headers["last-event-id"] ?? url.searchParams.get("after") ?? "0";
  const seen = Number(given === "" ? "0" : given);
  if (Number.isSafeInteger(seen) && seen >= 0) return seen;
  throw badRequest("after: must be the number of an event", "after");
}
