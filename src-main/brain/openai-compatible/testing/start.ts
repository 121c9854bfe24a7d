import type { ServerResponse } from "node:http";
import { onTestFinished } from "vitest";
import { type ChatServer, event, startChatServer, stream } from "../../testing/chat-server";
import { ask, user } from "../../testing/real-brain";
import { OpenAiCompatible, type OpenAiCompatibleOptions } from "../driver";

/** How a server answers a request for `path`. */
export type Answer = (res: ServerResponse, path: string) => void | Promise<void>;

/** A driver with one model, "small", and the server it talks to; both end with the test. */
export async function start(
  answer: Answer,
  options: { path?: string; key?: string; models?: string[] } = {},
): Promise<{ driver: OpenAiCompatible; server: ChatServer }> {
  const server = await startChatServer((res, { path }) => answer(res, path));
  const driver = await startDriver({
    baseUrl: server.url + (options.path ?? "/v1"),
    key: () => options.key,
    models: () => options.models ?? ["small"],
  });
  onTestFinished(() => server.close());
  return { driver, server };
}

/** A driver on its own, for an address where nobody answers. */
export async function startDriver(options: Partial<OpenAiCompatibleOptions> = {}): Promise<OpenAiCompatible> {
  const driver = new OpenAiCompatible({
    id: "local",
    baseUrl: "",
    key: () => undefined,
    models: () => ["small"],
    ...options,
  });
  onTestFinished(() => driver.stop());
  await driver.start();
  return driver;
}

/** Resolves when the driver's state is that it is ready. */
export const becomesReady = (driver: OpenAiCompatible): Promise<void> =>
  new Promise((resolve) => {
    driver.onState(() => driver.state().state === "ready" && resolve());
  });

/** Answers with these pieces of a stream. */
export const says =
  (...pieces: (string | Buffer)[]): Answer =>
  async (res) => {
    await stream(res, pieces);
    res.end();
  };
/** Answers with JSON, and no stream. */
export const tells =
  (status: number, body: unknown): Answer =>
  (res) =>
    void res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

export const hello = ask([user("hello")], { model: "small", system: [] });
export const words = [
  event({ role: "assistant", content: "" }),
  event({ content: "Привіт" }),
  event({ content: " 👋" }),
];
export const end = [event({}, "stop"), "data: [DONE]\n\n"];
