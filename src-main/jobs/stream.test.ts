import { afterEach, expect, it } from "vitest";
import type { JobEvent } from "../../src-shared/jobs";
import { saying } from "../endpoint/testing/fake-brain";
import { noJobs } from "../endpoint/testing/no-jobs";
import { key, startEndpoint, type TestEndpoint, Wire } from "../endpoint/testing/test-endpoint";
import { bash, type JobService, type StreamedEvent, startJobService } from "./testing/job-service";

let at: JobService | undefined;
let endpoint: TestEndpoint | undefined;
afterEach(async () => {
  await at?.close();
  await endpoint?.endpoint.stop();
  at = endpoint = undefined;
});

async function collect(events: AsyncIterable<StreamedEvent>): Promise<StreamedEvent[]> {
  const all: StreamedEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

it("a reader that comes back goes on without a gap or a double, also after the end", async () => {
  at = await startJobService({ script: [bash("true"), bash("touch x"), "The end."] });
  const id = await at.execute();
  const first: StreamedEvent[] = [];
  for await (const event of at.follow(id)) {
    first.push(event);
    if (event.type === "confirm") break;
  }
  const last = first.at(-1);
  await at.ask("POST", `/jobs/${id}/confirm`, { id: last?.data["id"], allow: true });
  const rest = await collect(at.follow(id, { lastEventId: last?.id ?? 0 }));
  const together = [...first, ...rest];
  expect(together.map((event) => event.id)).toEqual(together.map((_, index) => index + 1));
  expect(together.map(({ type, data }) => (type === "progress" ? data["step"] : type))).toEqual([
    "started",
    ...["token", "tool", "tool_result", "step"],
    ...["token", "tool", "confirm", "answered", "tool_result", "step"],
    ...["token", "done"],
  ]);
  expect(together.at(-1)?.data).toMatchObject({ status: "completed", output: "The end." });

  expect(await collect(at.follow(id))).toEqual(together);
  expect(await collect(at.follow(id, { after: 5 }))).toEqual(together.slice(5));
  expect((await at.ask("GET", `/jobs/${id}/stream?after=${together.length}`)).status).toBe(204);
  expect((await at.ask("GET", `/jobs/${id}/stream?after=x`)).status).toBe(400);
});

it("what the model says arrives while it is said, to every reader", async () => {
  let goOn = () => {};
  const wait = new Promise<void>((resolve) => (goOn = resolve));
  at = await startJobService({ respond: () => ({ steps: [{ text: "Hello " }, { wait }, { text: "世界 🌍" }] }) });
  const id = await at.execute();
  for await (const { type } of at.follow(id)) if (type === "token") break;
  expect((await at.ask("GET", `/jobs/${id}`)).body).toMatchObject({ status: "running", output: "Hello " });
  const readers = [collect(at.follow(id)), collect(at.follow(id))];
  goOn();
  for (const events of await Promise.all(readers)) {
    const said = events.map(({ type, data }) => (type === "token" ? data["text"] : "")).join("");
    expect(said).toBe("Hello 世界 🌍");
  }
});

it("a failed job ends its stream with an error", async () => {
  at = await startJobService({ respond: () => ({ status: 400, errorType: "invalid_request_error", message: "No." }) });
  const events = await collect(at.follow(await at.execute()));
  expect(events.at(-1)).toMatchObject({ type: "error", data: { status: "failed" } });
  expect(String(events.at(-1)?.data["error"])).toContain("No.");
});

it("a silent stream is kept open by comments, and ends its watch when the reader goes", async () => {
  const gone = new Promise<void>((left) => {
    async function* silent(signal: AbortSignal): AsyncGenerator<JobEvent> {
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      left();
    }
    const jobs = { ...noJobs, follow: async (_id: string, _after: number, signal: AbortSignal) => silent(signal) };
    void startEndpoint(saying(), { limits: { jobCommentMs: 10 }, jobs }).then(async (started) => {
      endpoint = started;
      const wire = new Wire(started.port);
      const head = [`GET /jobs/x/stream HTTP/1.1`, `Host: 127.0.0.1:${started.port}`, `Authorization: Bearer ${key}`];
      await wire.send(`${head.join("\r\n")}\r\n\r\n`).until(": keepalive");
      expect(wire.text).toContain("text/event-stream");
      wire.socket.destroy();
    });
  });
  await gone;
});
