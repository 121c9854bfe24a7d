import { describe, expect, it, onTestFinished } from "vitest";
import { startChatServer, stream } from "../testing/chat-server";
import { runDriver } from "../testing/run-driver";
import { becomesReady, hello, says, start, startDriver, tells, words } from "./testing/start";

describe("failures", () => {
  const openAi = (message: string, code: string | null = null) => ({
    error: { message, type: "x", param: null, code },
  });
  it.each([
    [401, openAi("Incorrect API key"), "backend_auth"],
    [404, openAi('model "small" not found, try pulling it first'), "model_not_found"],
    [404, { detail: "Not Found" }, "backend_unavailable"],
    [400, openAi("too many", "context_length_exceeded"), "context_too_long"],
    [400, { error: "bad field" }, "invalid_request"],
    [422, { detail: [{ loc: ["body"], msg: "field required" }] }, "invalid_request"],
    [429, openAi("slow down"), "rate_limited"],
    [503, { message: "loading model" }, "overloaded"],
    [500, "<html>", "upstream_failed"],
  ])("%i %j is %s", async (status, body, kind) => {
    const { driver } = await start(tells(status, body));
    await expect(runDriver(driver, hello)).rejects.toMatchObject({ name: "BrainError", kind });
  });

  it.each([
    ["an error event", [...words, `data: ${JSON.stringify(openAi("it broke"))}\n\n`], "upstream_failed", /it broke/],
    [
      "an error event with a status",
      [`data: ${JSON.stringify({ error: { message: "wait", code: 429 } })}\n\n`],
      "rate_limited",
      /wait/,
    ],
    ["an end before the reason", words, "upstream_failed", /broke off/],
    ["an end inside an event", [...words, 'data: {"choices":[{"del'], "upstream_failed", /unexpected/],
  ])("%s in the middle of the stream", async (_, pieces, kind, message) => {
    const { driver } = await start(says(...pieces));
    await expect(runDriver(driver, hello)).rejects.toMatchObject({ kind, message: expect.stringMatching(message) });
  });

  it("a connection that breaks", async () => {
    const { driver } = await start(async (res) => {
      await stream(res, words);
      res.destroy();
    });
    await expect(runDriver(driver, hello)).rejects.toMatchObject({ kind: "upstream_failed" });
  });

  it("a stopped driver ends its turns and takes no others", async () => {
    const { driver } = await start((res) => stream(res, words));
    const heard = ({ type }: { type: string }) => type === "text" && void driver.stop();
    await expect(runDriver(driver, hello, { heard })).rejects.toMatchObject({ kind: "stopped" });
    await expect(runDriver(driver, hello)).rejects.toMatchObject({ kind: "stopped" });
  });

  it("an address that is not set is asked for", async () => {
    const driver = await startDriver();
    expect(driver.state()).toMatchObject({ state: "error", reason: "no address" });
    await expect(runDriver(driver, hello)).rejects.toMatchObject({ kind: "backend_unavailable" });
  });

  it("a server that is gone shows in the state, and that it is back too", async () => {
    const gone = await startChatServer(() => {});
    await gone.close();
    const driver = await startDriver({ baseUrl: `${gone.url}/v1` });
    expect(driver.state()).toEqual({ state: "ready" });
    await expect(runDriver(driver, hello)).rejects.toMatchObject({
      kind: "upstream_failed",
      message: expect.stringContaining("ECONNREFUSED"),
    });
    expect(driver.state()).toMatchObject({ state: "error", reason: "cannot be reached" });
    const ready = becomesReady(driver);
    const back = await startChatServer((res) => tells(404, {})(res, ""), Number(new URL(gone.url).port));
    onTestFinished(() => back.close());
    await ready;
  });
});
