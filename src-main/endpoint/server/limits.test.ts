import { afterEach, describe, expect, test } from "vitest";
import { accepted, done, hanging, type Script, saying } from "../testing/fake-brain";
import { chatBytes, key, startEndpoint, type TestEndpoint, unchunk, Wire } from "../testing/test-endpoint";
import type { Limits } from "./limits";

let running: TestEndpoint;
afterEach(() => running.endpoint.stop());
const begin = async (limits: Partial<Limits> = {}, script: Script = saying("hi")) => {
  running = await startEndpoint(script, { limits });
  return running;
};
const send = (bytes: string) => new Wire(running.port).send(bytes);

describe("requests that are no requests", () => {
  test("bad HTTP, endless headers and slow ones are answered in JSON", async () => {
    await begin({ headersMs: 150, requestMs: 300, checkMs: 20 });
    const bad: [string, number][] = [
      ["NONSENSE\r\n\r\n", 400],
      [`GET / HTTP/1.1\r\nHost: a\r\nx: ${"a".repeat(20_000)}\r\n\r\n`, 431],
      ["GET / HTTP/1.1\r\nHost: a\r\n", 408],
      ["", 408],
      [chatBytes(running.port, {}).slice(0, -5), 408],
    ];
    for (const [bytes, status] of bad) {
      const answer = await send(bytes).end();
      // A slow body may be refused by its own answer or by the connection's.
      if (bytes.startsWith("POST")) expect(answer.includes("[DONE]")).toBe(false);
      else {
        expect(answer).toContain(`HTTP/1.1 ${status}`);
        expect(JSON.parse(answer.slice(answer.indexOf("\r\n\r\n") + 4)).error.code).toBe("bad_http");
      }
    }
    expect(running.brain.requests).toHaveLength(0);
  });

  test("no more connections than allowed", async () => {
    await begin({ connections: 2 }, hanging("x"));
    const kept = [send(chatBytes(running.port, { stream: true })), send(chatBytes(running.port, { stream: true }))];
    for (const wire of kept) await wire.until("delta");
    expect(await send(chatBytes(running.port, {})).end()).toBe("");
    for (const wire of kept) wire.socket.destroy();
  });
});

describe("bodies", () => {
  const post = (headers: string[], body = "{}") =>
    [
      "POST /v1/chat/completions HTTP/1.1",
      `Host: 127.0.0.1:${running.port}`,
      `Authorization: Bearer ${key}`,
      ...headers,
      "",
      body,
    ].join("\r\n");
  const json = "Content-Type: application/json";

  test("one that says it is too large is refused before it is sent", async () => {
    await begin();
    const wire = send(post([json, "Content-Length: 999999999"], "{"));
    expect(await wire.until("request_too_large")).toContain("HTTP/1.1 413");
    await wire.end();
  });

  test("one that grows too large is refused on the way", async () => {
    await begin({ bodyBytes: 1000 });
    const wire = send(post([json, "Transfer-Encoding: chunked"], `3e8\r\n${"a".repeat(1000)}\r\n`));
    wire.send("1\r\na\r\n");
    expect(await wire.until("request_too_large")).toContain("HTTP/1.1 413");
    await wire.end();
  });

  test("who asks first is told before sending anything", async () => {
    await begin();
    const refused = send(post([json, "Content-Length: 999999999", "Expect: 100-continue"], ""));
    expect(await refused.until("request_too_large")).not.toContain("100 Continue");
    const body = JSON.stringify({ model: "claude-sonnet-4-6", messages: [{ role: "user", content: "hi" }] });
    const taken = send(post([json, `Content-Length: ${body.length}`, "Expect: 100-continue"], ""));
    await taken.until("100 Continue");
    expect(await taken.send(body).until("chat.completion")).toContain("HTTP/1.1 200");
    taken.socket.destroy();
    refused.socket.destroy();
  });

  test("another type or an encoding is 415, no JSON is 400", async () => {
    await begin();
    const cases: [string[], string, number][] = [
      [["Content-Length: 2"], "{}", 415],
      [["Content-Type: text/plain", "Content-Length: 2"], "{}", 415],
      [["Content-Type: application/x-www-form-urlencoded", "Content-Length: 2"], "{}", 415],
      [["Content-Type: application/json; charset=latin1", "Content-Length: 2"], "{}", 415],
      [[json, "Content-Encoding: gzip", "Content-Length: 2"], "{}", 415],
      [[json, "Content-Length: 2"], "{]", 400],
      [[json, "Content-Length: 0"], "", 400],
      [["Content-Type: Application/JSON; Charset=UTF-8", "Content-Length: 2"], "{}", 400],
    ];
    for (const [headers, body, status] of cases) {
      const answer = await send(post([...headers, "Connection: close"], body)).end();
      expect([headers, answer.slice(9, 12)]).toEqual([headers, String(status)]);
      expect(Object.keys(JSON.parse(answer.slice(answer.indexOf("\r\n\r\n") + 4)).error)).toEqual([
        "message",
        "type",
        "param",
        "code",
      ]);
    }
  });
});

test("a body that is not UTF-8 is refused, not mended", async () => {
  await begin();
  const head = chatBytes(running.port, "", ["Connection: close"]).replace("Content-Length: 0", "Content-Length: 3");
  const wire = send(head);
  wire.socket.write(Buffer.from([0x22, 0xff, 0x22]));
  expect(await wire.end()).toContain('"code":"invalid_json"');
});

test("a body nested a thousand deep is refused unread", async () => {
  await begin();
  const body = `{"model":"claude-sonnet-4-6","messages":[{"role":"user","content":"hi"}],"x":${"[".repeat(1000)}${"]".repeat(1000)}}`;
  const answer = await send(chatBytes(running.port, body, ["Connection: close"])).end();
  expect(answer).toContain("HTTP/1.1 400");
  expect(answer).toContain("nested too deeply");
});

test("requests sent ahead on one connection are answered one after the other", async () => {
  let atOnce = 0;
  let most = 0;
  await begin({}, async function* (request) {
    most = Math.max(most, ++atOnce);
    const part = request.messages[0]?.role === "user" ? request.messages[0].content[0] : undefined;
    yield { type: "text", text: part?.type === "text" ? part.text : "" };
    await new Promise(setImmediate);
    atOnce--;
    yield done();
  });
  const bytes = ["first", "second", "third"].map((content, i) =>
    chatBytes(
      running.port,
      { stream: true, messages: [{ role: "user", content }] },
      i === 2 ? ["Connection: close"] : [],
    ),
  );
  const answer = await send(bytes.join("")).end();
  expect([...answer.matchAll(/"content":"(\w+)"/g)].map((match) => match[1])).toEqual(["first", "second", "third"]);
  expect(answer.match(/\[DONE\]/g)).toHaveLength(3);
  expect(most).toBe(1);
});

test("rubbish after a request ends the connection and never gets into the answer", async () => {
  await begin({}, hanging("hello"));
  const wire = send(chatBytes(running.port, { stream: true }));
  await wire.until("hello");
  const answer = await wire.send("RUBBISH\r\n\r\n").end();
  expect(answer).not.toContain("bad_http");
  expect(running.brain.signals[0]?.aborted).toBe(true);
});

test("a reader that stops holds the brain back and is cut in the end", async () => {
  let yielded = 0;
  const piece = "x".repeat(64 * 1024);
  await begin({ stallMs: 300 }, async function* () {
    yield accepted;
    for (; yielded < 2000; yielded++) yield { type: "text", text: piece };
    yield done();
  });
  const wire = send(chatBytes(running.port, { stream: true }));
  wire.socket.pause();
  await running.brain.asked();
  const signal = running.brain.signals[0] as AbortSignal;
  await new Promise((resolve) => signal.addEventListener("abort", resolve));
  // 128 MB were there to say; only what sockets hold was taken.
  expect(yielded).toBeLessThan(400);
  wire.socket.destroy();
});

test("a slow reader gets all of it", async () => {
  const piece = "y".repeat(32 * 1024);
  await begin({}, saying(...Array.from({ length: 100 }, () => piece)));
  const wire = send(chatBytes(running.port, { stream: true }, ["Connection: close"]));
  wire.socket.on("data", () => {
    wire.socket.pause();
    setImmediate(() => wire.socket.resume());
  });
  const text = unchunk(await wire.end());
  expect(text.match(/y/g)).toHaveLength(100 * piece.length);
  expect(text).toContain("[DONE]");
});
