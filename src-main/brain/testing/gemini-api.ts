import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** One request as it arrived. */
export interface GeminiRequest {
  path: string;
  headers: IncomingHttpHeaders;
  body: {
    contents: { role: string; parts: Record<string, unknown>[] }[];
    systemInstruction?: { parts: { text?: string }[] };
    generationConfig?: Record<string, unknown>;
    tools?: { functionDeclarations: unknown[] }[];
  };
  /** Resolves when its connection ended before the answer did. */
  aborted: Promise<void>;
}

/** What the model says, or a status with which it fails. A text that is undefined says nothing more, ever. */
export type GeminiAnswer =
  | { texts: (string | undefined)[]; finishReason?: string }
  | { status: number; message: string };

export interface GeminiApi {
  url: string;
  requests: GeminiRequest[];
  close(): Promise<void>;
}

const usageMetadata = {
  promptTokenCount: 20,
  candidatesTokenCount: 5,
  thoughtsTokenCount: 4,
  totalTokenCount: 29,
  cachedContentTokenCount: 16,
};

/** A stand-in of the Gemini API's `:streamGenerateContent?alt=sse` on loopback, for the real CLI to talk to. */
export async function startGeminiApi(answer: () => GeminiAnswer): Promise<GeminiApi> {
  const requests: GeminiRequest[] = [];
  const sockets = new Set<Socket>();
  const server = createServer(async (req, res) => {
    const pieces: Buffer[] = [];
    for await (const piece of req) pieces.push(piece as Buffer);
    const aborted = new Promise<void>((resolve) => {
      res.on("close", () => !res.writableFinished && resolve());
    });
    const body = JSON.parse(Buffer.concat(pieces).toString("utf8") || "{}");
    requests.push({ path: req.url ?? "", headers: req.headers, body, aborted });
    write(res, answer());
  });
  server.on("connection", (socket) => {
    sockets.add(socket.setNoDelay(true));
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function write(res: ServerResponse, answer: GeminiAnswer): void {
  if ("status" in answer) {
    const { status: code, message } = answer;
    res.writeHead(code, { "content-type": "application/json" });
    res.end(JSON.stringify({ error: { code, message, status: "FAILED" } }));
    return;
  }
  res.writeHead(200, { "content-type": "text/event-stream" });
  const send = (more: object) => res.write(`data: ${JSON.stringify(more)}\r\n\r\n`);
  for (const text of answer.texts) {
    if (text === undefined) return;
    send({ candidates: [{ content: { role: "model", parts: [{ text }] } }] });
  }
  const finishReason = answer.finishReason ?? "STOP";
  send({ candidates: [{ content: { role: "model", parts: [{ text: "" }] }, finishReason }], usageMetadata });
  res.end();
}
