import { connect, type Socket } from "node:net";

/** A raw connection that has asked for a streamed answer. */
export function askRaw(serving: { baseUrl: string; key: string }, question: string): Socket {
  const { host, hostname, port } = new URL(serving.baseUrl);
  const body = JSON.stringify({
    model: "claude-sonnet-4-6",
    messages: [{ role: "user", content: question }],
    stream: true,
  });
  const socket = connect(Number(port), hostname);
  socket.on("error", () => {});
  socket.write(
    [
      "POST /v1/chat/completions HTTP/1.1",
      `Host: ${host}`,
      `Authorization: Bearer ${serving.key}`,
      "Content-Type: application/json",
      `Content-Length: ${Buffer.byteLength(body)}`,
      "",
      body,
    ].join("\r\n"),
  );
  return socket;
}
