import type { Dice } from "./dice";
import { bend, type Json, smudge } from "./json";

/** Whom the requests are for. */
export interface Target {
  port: number;
  key: string;
}

/** Bytes for one connection, how they are sent, and what is known of the answer. */
export interface Attempt {
  kind: string;
  bytes: string;
  how: "whole" | "slowly" | "cut" | "half-closed";
  /** The statuses that its first answer may have; undefined: any but 500. */
  statuses?: number[];
}

const user = (content: Json) => ({ role: "user", content });
const tool = { type: "function", function: { name: "look", description: "Looks.", parameters: { type: "object" } } };

function bodies(model: string): Record<string, Json> {
  return {
    "POST /v1/chat/completions": {
      ...{ model, stream: true, max_tokens: 10, tools: [tool], tool_choice: "auto", stop: ["END"], n: 1 },
      messages: [
        { role: "system", content: "Be brief." },
        user([
          { type: "text", text: "Hi" },
          { type: "image_url", image_url: { url: "data:image/png;base64,iVBORw0K" } },
        ]),
        {
          role: "assistant",
          tool_calls: [{ id: "c1", type: "function", function: { name: "look", arguments: "{}" } }],
        },
        { role: "tool", tool_call_id: "c1", content: "seen" },
        user("And now?"),
      ],
      response_format: { type: "json_schema", json_schema: { name: "a", schema: { type: "object" } } },
    },
    "POST /v1/responses": {
      ...{ model, stream: false, instructions: "Be brief.", store: true, text: { format: { type: "text" } } },
      input: [{ type: "message", role: "user", content: [{ type: "input_text", text: "Hi" }] }],
    },
    "POST /v1/messages": {
      ...{ model, max_tokens: 10, system: "Be brief.", stop_sequences: ["END"], thinking: { type: "disabled" } },
      messages: [user([{ type: "text", text: "Hi" }])],
      tools: [{ name: "look", description: "Looks.", input_schema: { type: "object" } }],
    },
    "POST /v1/messages/count_tokens": { model, messages: [user("Hi")] },
    "POST /v1/conversational": { session_id: "fuzz", message: "Hi", model, system_prompt: "Be brief." },
    "POST /execute": { prompt: "Hi", agent: "nobody", max_budget_usd: 0.01, timeout_seconds: 1, metadata: {} },
    "POST /jobs/none/confirm": { id: "q", allow: true, message: "no" },
  };
}

const bare = [
  ...[
    "GET /health",
    "GET /openapi.json",
    "GET /v1/models",
    "GET /v1/models/%2e%2e%2f",
    "GET /v1/models/%ff",
    "GET /jobs",
  ],
  ...["GET /jobs?limit=-1", "GET /jobs/..%2f..%2fsettings", "GET /jobs/x/stream?after=1e9", "DELETE /jobs/x"],
  ...[
    "DELETE /v1/conversational/x",
    "GET /v1/responses/resp_x",
    "DELETE /v1/responses/%00",
    "GET /",
    "PUT /v1/models",
    "PATCH /health",
    "TRACE /",
    "OPTIONS *",
    "HEAD /health",
  ],
  ...["GET http://evil.example/v1/models", "GET //v1/models", "GET /v1/models?key=x#y", "CONNECT evil.example:443"],
];
const oddHeaders = [
  ...[
    "Content-Length: 99999999999",
    "Content-Length: -1",
    "Content-Length: 5\r\nContent-Length: 6",
    "Expect: 100-continue",
  ],
  ...[
    "Transfer-Encoding: chunked",
    "Transfer-Encoding: gzip, chunked",
    "Transfer-Encoding: chunked\r\nContent-Length: 3",
  ],
  ...[
    "Upgrade: websocket\r\nConnection: Upgrade",
    "Content-Encoding: gzip",
    "Content-Type: text/plain",
    "x: \0",
    ": empty",
  ],
  ...[
    `x: ${"a".repeat(17_000)}`,
    "no colon",
    " folded: line",
    "Origin: null",
    "Host: evil.example",
    "Range: bytes=0-1",
  ],
  ...["Last-Event-ID: -1", "Accept: text/event-stream", "Authorization: Bearer", "Cookie: a=b", "Expect: nothing"],
];
const noHttp = [
  "\0\0\0",
  "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "GET / HTTP/0.9\r\n\r\n",
  "\x16\x03\x01\x02\0\x01",
  "\r\n\r\n",
  "GET",
];

/** The next thing that somebody sends. */
export function nextAttempt(dice: Dice, target: Target): Attempt {
  const kind = dice.one(["field", "field", "field", "text", "head", "bytes", "pipeline", "stranger", "bare"] as const);
  const how = dice.one(["whole", "whole", "whole", "slowly", "cut", "half-closed"] as const);
  if (kind === "stranger") return { kind, how: "whole", statuses: [401, 403], bytes: stranger(dice, target) };
  if (kind === "pipeline") {
    const several = Array.from({ length: 2 + dice.below(4) }, () =>
      one(dice.one(["field", "bare", "head"]), dice, target),
    );
    return { kind, how, bytes: several.join("") };
  }
  return { kind, how, bytes: one(kind, dice, target) };
}

function one(kind: "field" | "text" | "head" | "bytes" | "bare", dice: Dice, target: Target): string {
  if (kind === "bare") return write(dice.one(bare), ours(target), "");
  // Few may really reach the model: that is not what is tried here.
  const all = bodies(dice.chance(0.01) ? "claude-sonnet-4-6" : "no-such-model");
  const line = dice.one(Object.keys(all));
  const body = JSON.stringify(kind === "field" ? bend(all[line] ?? null, dice) : all[line]);
  if (kind === "text") return write(line, ours(target), smudge(body, dice));
  if (kind === "head") return write(line, [...ours(target), dice.one(oddHeaders)], body, dice.chance(0.5));
  if (kind === "bytes") return dice.chance(0.3) ? dice.one(noHttp) : smudge(write(line, ours(target), body), dice);
  return write(line, ours(target), body);
}

/** Somebody who may not ask: everything is right but the host, the page or the key. */
function stranger(dice: Dice, { port, key }: Target): string {
  const all = bodies("claude-sonnet-4-6");
  const line = dice.one([...Object.keys(all), "GET /v1/models", "GET /jobs", "DELETE /jobs/x"]);
  const [host, auth] = [`Host: 127.0.0.1:${port}`, `Authorization: Bearer ${key}`];
  const headers = dice.one([
    [`Host: evil.example:${port}`, auth],
    [`Host: 127.0.0.1:${port + 1}`, auth],
    [host, auth, "Origin: https://evil.example"],
    [host, auth, "Origin: null"],
    [host],
    [host, `Authorization: Bearer ${key.slice(1)}`],
    [host, `Authorization: Basic ${key}`],
    [host, "Authorization: Bearer "],
  ]);
  return write(
    line,
    [...headers, "Content-Type: application/json", "Connection: close"],
    JSON.stringify(all[line] ?? {}),
  );
}

const ours = ({ port, key }: Target) => [
  `Host: 127.0.0.1:${port}`,
  `Authorization: Bearer ${key}`,
  "Content-Type: application/json",
];

function write(line: string, headers: string[], body: string, chunked = false): string {
  const length = Buffer.byteLength(body);
  if (chunked)
    return [
      `${line} HTTP/1.1`,
      ...headers,
      "Transfer-Encoding: chunked",
      "",
      `${length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
    ].join("\r\n");
  return [`${line} HTTP/1.1`, ...headers, ...(length > 0 ? [`Content-Length: ${length}`] : []), "", body].join("\r\n");
}
