import { createServer } from "node:net";
import path from "node:path";
import { expect, test } from "@playwright/test";
import OpenAI from "openai";
import { type Launched, launchServe } from "./serve";

const root = path.resolve(import.meta.dirname, "../..");

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

test("without a Claude CLI every request is told what to do, and the server says it cannot answer", async () => {
  const port = await freePort();
  let ready = false;
  const launched: Launched = await launchServe(root, {
    env: { BRAINSTEM_PORT: String(port), BRAINSTEM_CLAUDE_PATH: "/nonexistent/claude" },
  });
  launched.baseUrl.then(
    () => {
      ready = true;
    },
    () => {},
  );
  try {
    const health = async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined);
      return (await answer?.json()) as unknown;
    };
    await expect.poll(health).toMatchObject({ state: "error", busy: false, reason: expect.stringContaining("Claude") });
    const client = new OpenAI({ baseURL: `http://127.0.0.1:${port}/v1`, apiKey: launched.key });
    for (const stream of [false, true]) {
      const asked = client.chat.completions.create({
        model: "claude-sonnet-4-6",
        messages: [{ role: "user", content: "x" }],
        stream,
      });
      const error = await asked.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(OpenAI.InternalServerError);
      expect(error).toMatchObject({ status: 503, code: "claude_missing", type: "server_error" });
      expect(String(error)).toMatch(/install/i);
    }
    expect(ready).toBe(false);
    expect(launched.complaint()).toMatch(/install/i);
  } finally {
    await launched.stop();
  }
});
