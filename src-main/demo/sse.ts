import type { ServerResponse } from "node:http";
import type { MessagesRequest, Reply, Step } from "./messages-api";

/** Plays a {@link Reply} in the Messages API's own event order; one JSON message where no stream was asked for. */
export async function writeReply(res: ServerResponse, body: MessagesRequest, reply: Reply): Promise<void> {
  if (reply.status) {
    const type = reply.errorType ?? (reply.status === 529 ? "overloaded_error" : "api_error");
    const message = reply.message ?? `stand-in status ${reply.status}`;
    res.writeHead(reply.status, { "content-type": "application/json" });
    res.end(JSON.stringify({ type: "error", error: { type, message } }));
    return;
  }
  if (body.stream) await streamReply(res, body, reply);
  else await sendWhole(res, body, reply);
}

const noUsage = { cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };

async function streamReply(res: ServerResponse, body: MessagesRequest, reply: Reply): Promise<void> {
  const send = (event: string, data: object) =>
    res.write(`event: ${event}\ndata: ${JSON.stringify({ type: event, ...data })}\n\n`);
  const usage = { input_tokens: 12, output_tokens: 1, ...noUsage, ...reply.usage };
  res.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  const message = { id: `msg_${Date.now().toString(36)}`, type: "message", role: "assistant", model: body.model };
  send("message_start", {
    message: { ...message, content: [], stop_reason: null, stop_sequence: null, usage: { ...usage, output_tokens: 1 } },
  });
  let index = -1;
  let open: "text" | "thinking" | undefined;
  let words = 0;
  let calledTool = false;
  const close = () => {
    if (open) send("content_block_stop", { index });
    open = undefined;
  };
  const begin = (kind: "text" | "thinking") => {
    if (open === kind) return;
    close();
    open = kind;
    index += 1;
    send("content_block_start", {
      index,
      content_block: kind === "text" ? { type: "text", text: "" } : { type: "thinking", thinking: "", signature: "" },
    });
  };
  for await (const step of reply.steps ?? ([] as Step[])) {
    if (res.destroyed) return;
    if ("wait" in step) await (typeof step.wait === "number" ? sleep(step.wait, res) : step.wait);
    else if ("hang" in step) return;
    else if ("cut" in step) return void res.destroy();
    else if ("tool" in step) {
      close();
      index += 1;
      calledTool = true;
      send("content_block_start", {
        index,
        content_block: { type: "tool_use", id: step.id, name: step.tool, input: {} },
      });
      for (const piece of step.input)
        send("content_block_delta", { index, delta: { type: "input_json_delta", partial_json: piece } });
      send("content_block_stop", { index });
    } else if ("thinking" in step) {
      begin("thinking");
      send("content_block_delta", { index, delta: { type: "thinking_delta", thinking: step.thinking } });
    } else {
      begin("text");
      words += 1;
      send("content_block_delta", { index, delta: { type: "text_delta", text: step.text } });
    }
  }
  close();
  const stop_reason = reply.stopReason ?? (calledTool ? "tool_use" : "end_turn");
  send("message_delta", {
    delta: { stop_reason, stop_sequence: null },
    usage: { ...usage, output_tokens: reply.usage?.output_tokens ?? words },
  });
  send("message_stop", {});
  res.end();
}

async function sendWhole(res: ServerResponse, body: MessagesRequest, reply: Reply): Promise<void> {
  let text = "";
  for await (const step of reply.steps ?? ([] as Step[])) if ("text" in step) text += step.text;
  res.writeHead(200, { "content-type": "application/json" });
  res.end(
    JSON.stringify({
      id: "msg_whole",
      type: "message",
      role: "assistant",
      model: body.model,
      content: [{ type: "text", text }],
      stop_reason: reply.stopReason ?? "end_turn",
      stop_sequence: null,
      usage: { input_tokens: 12, output_tokens: 1, ...noUsage, ...reply.usage },
    }),
  );
}

/** Ends early when the reader goes, so that a closing stand-in waits for nobody. */
function sleep(ms: number, res: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      res.off("close", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    res.on("close", done);
  });
}
