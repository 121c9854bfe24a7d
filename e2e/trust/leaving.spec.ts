import { once } from "node:events";
import { connect } from "node:net";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { type Scripted, say, startScripted } from "../clients/scripted";

const root = path.resolve(import.meta.dirname, "../..");
const model = "claude-sonnet-4-6";
const user = { role: "user", content: "Hi" };
const asked: [string, object][] = [
  ["/v1/chat/completions", { model, messages: [user], stream: true }],
  ["/v1/responses", { model, input: "Hi", stream: true }],
  ["/v1/messages", { model, max_tokens: 10, messages: [user], stream: true }],
  ["/v1/conversational", { model, session_id: "leaver", message: "Hi" }],
];

let serving: Scripted;
test.beforeAll(async () => {
  // One place: a turn that keeps it would keep everybody out.
  serving = await startScripted(root, () => ({ steps: say("Fine.") }), { brain: { maxTurns: 1, maxQueue: 0 } });
});
test.afterAll(() => serving?.stop());

const busy = async () => ((await (await fetch(new URL("/health", serving.baseUrl))).json()) as { busy: boolean }).busy;

for (const [route, body] of asked) {
  test(`who leaves ${route} as soon as the request is sent leaves nothing running`, async () => {
    const { port } = new URL(serving.baseUrl);
    const text = JSON.stringify(body);
    const head = [`POST ${route} HTTP/1.1`, `Host: 127.0.0.1:${port}`, `Authorization: Bearer ${serving.key}`];
    const bytes = [...head, "Content-Type: application/json", `Content-Length: ${text.length}`, "", text].join("\r\n");
    for (let times = 0; times < 5; times += 1) {
      for (const half of [true, false]) {
        const socket = connect(Number(port), "127.0.0.1");
        socket.on("error", () => {});
        const closed = once(socket, "close");
        // A half that ends is how some programs say that they have asked all.
        if (half) socket.resume().end(bytes);
        else socket.write(bytes, () => socket.destroy());
        await closed;
        await expect.poll(busy).toBe(false);
      }
    }
  });
}
