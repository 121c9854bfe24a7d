import { afterEach, describe, expect, test } from "vitest";
import { cancelled, hanging, type Script, saying } from "../testing/fake-brain";
import { chatBytes, startEndpoint, type TestEndpoint, Wire } from "../testing/test-endpoint";

let running: TestEndpoint;
afterEach(() => running.endpoint.stop());
const begin = async (script: Script, limits = {}) => {
  running = await startEndpoint(script, { limits });
  return new Wire(running.port);
};
const aborted = async (turn = 0) => cancelled(running.brain.signals[turn] as AbortSignal);

describe("a client that goes", () => {
  test("cancels a turn that has said nothing yet", async () => {
    const wire = await begin(hanging());
    wire.send(chatBytes(running.port, { stream: true }));
    await running.brain.asked();
    wire.socket.destroy();
    await aborted();
  });

  test("cancels a turn in the middle of its answer", async () => {
    const wire = await begin(hanging("Once upon"));
    wire.send(chatBytes(running.port, { stream: true }));
    await wire.until("Once upon");
    wire.socket.destroy();
    await aborted();
  });

  test("cancels a turn whose answer was wanted in one piece", async () => {
    const wire = await begin(hanging("Once upon"));
    wire.send(chatBytes(running.port, {}));
    await running.brain.asked();
    wire.socket.end();
    await aborted();
  });

  test("takes the requests it sent ahead with it", async () => {
    const wire = await begin(hanging("Once upon"));
    wire.send(chatBytes(running.port, { stream: true }) + chatBytes(running.port, { stream: true }));
    await wire.until("Once upon");
    wire.socket.destroy();
    await aborted();
    await running.endpoint.stop();
    expect(running.brain.requests).toHaveLength(1);
  });

  test("holds up nobody: the same request again is answered while the first still hangs", async () => {
    let turn = 0;
    const wire = await begin((...all) => (turn++ === 0 ? hangsOn() : saying("second")(...all)));
    wire.send(chatBytes(running.port, { stream: true }));
    await running.brain.asked();
    wire.socket.destroy();
    const again = new Wire(running.port).send(chatBytes(running.port, { stream: true }));
    expect(await again.until("[DONE]")).toContain("second");
    again.socket.destroy();
  });
});

/** A turn that does not even hear that it is cancelled. */
async function* hangsOn(): AsyncGenerator<never> {
  await new Promise(() => {});
}

describe("stopping", () => {
  test("ends a live stream with an error its client sees, and the turn with it", async () => {
    const wire = await begin(hanging("Once upon"));
    wire.send(chatBytes(running.port, { stream: true }));
    await wire.until("Once upon");
    await running.endpoint.stop();
    const answer = await wire.end();
    expect(answer).toContain('"code":"brain_stopped"');
    expect(answer).not.toContain("[DONE]");
    await aborted();
  });

  test("answers who still waits with a status", async () => {
    const wire = await begin(hanging());
    wire.send(chatBytes(running.port, { stream: true }));
    await running.brain.asked();
    await running.endpoint.stop();
    const answer = await wire.end();
    expect(answer).toContain("HTTP/1.1 503");
    expect(answer).toContain("brain_stopped");
  });

  test("closes idle and half-sent connections, and turns that never end", async () => {
    const idle = await begin(() => hangsOn(), { graceMs: 50 });
    const half = new Wire(running.port).send("POST /v1/chat/completions HTTP/1.1\r\n");
    const body = new Wire(running.port).send(chatBytes(running.port, {}, ["Expect: 100-continue"]).slice(0, -5));
    expect(await body.until("100 Continue")).toContain("100 Continue");
    const stuck = new Wire(running.port).send(chatBytes(running.port, { stream: true }));
    await running.brain.asked();
    await running.endpoint.stop();
    await Promise.all([idle.end(), half.end(), body.end(), stuck.end()]);
    const late = new Wire(running.port);
    expect(await late.end()).toBe("");
  });

  test("and starting may be asked for twice, and follow each other", async () => {
    await begin(saying("hi"));
    const { endpoint, port } = running;
    expect(await endpoint.start(port)).toEqual({ port });
    await Promise.all([endpoint.stop(), endpoint.stop()]);
    const [, started] = await Promise.all([endpoint.stop(), endpoint.start(port)]);
    expect(started).toEqual({ port });
    const wire = new Wire(port).send(chatBytes(port, { stream: true }));
    expect(await wire.until("[DONE]")).toContain('"hi"');
    wire.socket.destroy();
  });
});

test("a port that is taken is said by name", async () => {
  await begin(saying("hi"));
  const other = await startEndpoint(saying("hi"));
  await expect(other.endpoint.start(running.port)).rejects.toMatchObject({ code: "EADDRINUSE" });
  await other.endpoint.stop();
});
