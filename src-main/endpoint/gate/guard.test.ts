import { once } from "node:events";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { saying } from "../testing/fake-brain";
import { chatBytes, key, startEndpoint, type TestEndpoint, Wire } from "../testing/test-endpoint";

let running: TestEndpoint;
const origin = "https://voice.example";
beforeEach(async () => {
  running = await startEndpoint(saying("hi"), { origins: [`${origin}/`] });
});
afterEach(() => running.endpoint.stop());

async function send(line: string, headers: string[]): Promise<{ status: number; head: string; body: string }> {
  const wire = new Wire(running.port).send([line, ...headers, "Connection: close", "", ""].join("\r\n"));
  const answer = await wire.end();
  const split = answer.indexOf("\r\n\r\n");
  return {
    status: Number(answer.slice(9, 12)),
    head: answer.slice(0, split).toLowerCase(),
    body: answer.slice(split + 4),
  };
}
const host = () => `Host: 127.0.0.1:${running.port}`;
const bearer = `Authorization: Bearer ${key}`;

describe("Host", () => {
  test("both names of this machine are taken", async () => {
    expect((await send("GET /v1/models HTTP/1.1", [host(), bearer])).status).toBe(200);
    expect((await send("GET /v1/models HTTP/1.1", [`Host: LocalHost:${running.port}`, bearer])).status).toBe(200);
  });

  test("any other is refused, with the right key and on the open page too", async () => {
    const wrong = [
      `Host: evil.example:${running.port}`,
      "Host: 127.0.0.1",
      "Host: localhost:1",
      `Host: 127.0.0.1:${running.port}.evil.example`,
      `Host: [::1]:${running.port}`,
      "Host:",
      "X-No-Host: 1",
      `${host()}\r\nHost: evil.example`,
    ];
    for (const line of wrong) {
      for (const path of ["/v1/models", "/health", "/nowhere"]) {
        const { status, body } = await send(`GET ${path} HTTP/1.1`, [line, bearer]);
        expect([line, status]).toEqual([line, 403]);
        expect(JSON.parse(body).error.code).toBe("host_not_allowed");
      }
    }
  });
});

describe("Origin", () => {
  test("a page that is not on the list gets 403 and no CORS header, null included", async () => {
    for (const page of [
      "https://evil.example",
      "null",
      "",
      `http://127.0.0.1:${running.port}`,
      `${origin}.evil.example`,
    ]) {
      for (const line of ["GET /health HTTP/1.1", "GET /v1/models HTTP/1.1", "OPTIONS /v1/chat/completions HTTP/1.1"]) {
        const { status, head } = await send(line, [
          host(),
          bearer,
          `Origin: ${page}`,
          "Access-Control-Request-Method: POST",
        ]);
        expect([page, line, status]).toEqual([page, line, 403]);
        expect(head).not.toContain("access-control");
      }
    }
  });

  test("a page on the list may ask, and still needs the key", async () => {
    const page = `Origin: ${origin}`;
    const before = await send("OPTIONS /v1/chat/completions HTTP/1.1", [
      host(),
      page,
      "Access-Control-Request-Method: POST",
      "Access-Control-Request-Headers: authorization,x-stainless-lang",
    ]);
    expect(before.status).toBe(204);
    expect(before.head).toContain(`access-control-allow-origin: ${origin}`);
    expect(before.head).toContain("access-control-allow-headers: authorization,x-stainless-lang");
    const answer = await send("GET /v1/models HTTP/1.1", [host(), page, bearer]);
    expect(answer.status).toBe(200);
    expect(answer.head).toContain(`access-control-allow-origin: ${origin}`);
    expect((await send("GET /v1/models HTTP/1.1", [host(), page])).status).toBe(401);
  });

  test("without a page a preflight gets nothing", async () => {
    const { status, head } = await send("OPTIONS /v1/chat/completions HTTP/1.1", [host()]);
    expect(status).toBe(401);
    expect(head).not.toContain("access-control");
  });
});

describe("key", () => {
  test("none, a wrong one, one in the address or in another scheme is 401 with all four keys", async () => {
    const tries = [
      [],
      ["Authorization: Bearer wrong"],
      [`Authorization: Basic ${key}`],
      [`Authorization: ${key}`],
      [`x-api-key: ${key}`],
    ];
    for (const headers of tries) {
      const { status, body, head } = await send(`GET /v1/models?key=${key} HTTP/1.1`, [host(), ...headers]);
      expect(status).toBe(401);
      expect(JSON.parse(body).error).toEqual({
        message: expect.any(String),
        type: "invalid_request_error",
        param: null,
        code: "invalid_api_key",
      });
      expect(head).toContain("x-should-retry: false");
      expect(body + running.logged.join()).not.toContain(key);
    }
  });

  test("one in the address beside the right header is not logged", async () => {
    expect((await send(`GET /v1/models?key=${key} HTTP/1.1`, [host(), bearer])).status).toBe(200);
    await expect.poll(() => running.logged.join()).toContain("/v1/models");
    expect(running.logged.join()).not.toContain(key);
  });

  test("it is asked for before the body is sent", async () => {
    const wire = new Wire(running.port).send(
      `POST /v1/chat/completions HTTP/1.1\r\n${host()}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n`,
    );
    expect(await wire.until("invalid_api_key")).toContain("401");
    wire.socket.destroy();
  });

  test("an empty key of the server refuses everyone", async () => {
    await running.endpoint.stop();
    running = await startEndpoint(saying("hi"), { key: "" });
    for (const shown of ["Authorization: Bearer ", "Authorization: Bearer x"]) {
      expect((await send("GET /v1/models HTTP/1.1", [host(), shown])).status).toBe(401);
    }
    expect(running.brain.requests).toHaveLength(0);
  });

  test("health needs none and says nothing private", async () => {
    const { status, body } = await send("GET /health HTTP/1.1", [host()]);
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({ status: "ok", busy: false, state: "ready", version: "1.2.3" });
  });
});

test("the server is on 127.0.0.1 alone, not even on another address of loopback", async () => {
  const wire = new Wire(running.port).send(chatBytes(running.port, { stream: true }));
  await wire.until("[DONE]");
  expect(wire.socket.remoteAddress).toBe("127.0.0.1");
  wire.socket.destroy();
  const others = Object.values(networkInterfaces()).flatMap((each) => (each ?? []).map(({ address }) => address));
  for (const address of ["127.0.0.2", ...others.filter((each) => each !== "127.0.0.1")]) {
    const socket = connect(running.port, address);
    const reached = await once(socket, "connect").then(
      () => true,
      () => false,
    );
    socket.destroy();
    expect([address, reached]).toEqual([address, false]);
  }
});
