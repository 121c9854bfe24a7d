import OpenAI from "openai";
import type { ResponseStreamEvent } from "openai/resources/responses/responses";
import { afterEach, describe, expect, test } from "vitest";
import { BrainError } from "../../brain/turn";
import { readEvents, send } from "../testing/events";
import { calling, done, hanging, playing, type Script, saying } from "../testing/fake-brain";
import { key, model, startEndpoint, type TestEndpoint } from "../testing/test-endpoint";

let running: TestEndpoint;
afterEach(() => running.endpoint.stop());
async function connect(script: Script) {
  running = await startEndpoint(script);
  return new OpenAI({ baseURL: running.baseUrl, apiKey: key, maxRetries: 0 });
}
const weather = { type: "function" as const, name: "weather", parameters: { type: "object" }, strict: false };

describe("what is answered", () => {
  test("in one piece", async () => {
    const client = await connect(
      playing(
        { type: "thinking", text: "hmm" },
        { type: "text", text: "По" },
        { type: "text", text: "года" },
        ...calling(0, "weather", '{"a":', "1}"),
        ...calling(1, "weather"),
        done("tool_calls"),
      ),
    );
    const answer = await client.responses.create({ model, input: "hi", tools: [weather] });
    expect(answer).toMatchObject({
      object: "response",
      status: "completed",
      model,
      error: null,
      incomplete_details: null,
      output_text: "Погода",
      output: [
        { type: "reasoning", summary: [{ type: "summary_text", text: "hmm" }] },
        {
          type: "message",
          role: "assistant",
          status: "completed",
          content: [{ type: "output_text", text: "Погода", annotations: [] }],
        },
        { type: "function_call", status: "completed", call_id: "call_0", name: "weather", arguments: '{"a":1}' },
        { type: "function_call", call_id: "call_1", arguments: "{}" },
      ],
      usage: {
        input_tokens: 12,
        input_tokens_details: { cached_tokens: 8 },
        output_tokens: 5,
        output_tokens_details: { reasoning_tokens: 2 },
        total_tokens: 17,
      },
    });
  });

  test("event by event, in the order that clients build on", async () => {
    running = await startEndpoint(
      playing(
        { type: "thinking", text: "hmm" },
        { type: "text", text: "a\ud83d" },
        { type: "text", text: "\udc4b" },
        { type: "step" },
        { type: "text", text: "b" },
        ...calling(3, "weather", '{"a":', "1}"),
        done("tool_calls"),
      ),
    );
    const answer = await send(running, "/v1/responses", { model, input: "hi", stream: true });
    const events = readEvents(await answer.text());
    expect(events.map(({ data }) => data.sequence_number)).toEqual(events.map((_, i) => i));
    expect(events.every(({ event, data }) => event === data.type)).toBe(true);
    const shown = events.map(({ data }) =>
      [data.type.replace("response.", ""), data.output_index, data.delta ?? data.text ?? data.arguments]
        .filter((each) => each !== undefined)
        .join(" "),
    );
    const message = (at: number, text: string, ...deltas: string[]) => [
      `output_item.added ${at}`,
      `content_part.added ${at}`,
      ...deltas.map((delta) => `output_text.delta ${at} ${delta}`),
      `output_text.done ${at} ${text}`,
      `content_part.done ${at}`,
      `output_item.done ${at}`,
    ];
    expect(shown).toEqual([
      "created",
      "in_progress",
      "output_item.added 0",
      "reasoning_summary_part.added 0",
      "reasoning_summary_text.delta 0 hmm",
      "reasoning_summary_text.done 0 hmm",
      "reasoning_summary_part.done 0",
      "output_item.done 0",
      ...message(1, "a👋", "a", "👋"),
      ...message(2, "b", "b"),
      "output_item.added 3",
      'function_call_arguments.delta 3 {"a":',
      "function_call_arguments.delta 3 1}",
      'function_call_arguments.done 3 {"a":1}',
      "output_item.done 3",
      "completed",
    ]);
    const items = events.filter(({ data }) => data.type === "response.output_item.done").map(({ data }) => data.item);
    expect(events.at(-1)?.data.response.output).toEqual(items);
  });

  test("the SDK's own stream builds the same response", async () => {
    const client = await connect(
      playing(
        { type: "text", text: "Добро" },
        { type: "text", text: "го дня" },
        ...calling(0, "weather", '{"city":"Львів"}'),
        done("tool_calls"),
      ),
    );
    const stream = client.responses.stream({ model, input: "hi", tools: [weather] });
    const types: ResponseStreamEvent["type"][] = [];
    for await (const event of stream) types.push(event.type);
    const whole = await stream.finalResponse();
    expect(types.at(-1)).toBe("response.completed");
    expect(whole.output_text).toBe("Доброго дня");
    expect(whole.output[1]).toMatchObject({ type: "function_call", arguments: '{"city":"Львів"}' });
  });

  test("an answer cut off by its limit is incomplete", async () => {
    const client = await connect(playing({ type: "text", text: "Once" }, done("length")));
    const answer = await client.responses.create({ model, input: "hi", max_output_tokens: 1 });
    expect(answer).toMatchObject({ status: "incomplete", incomplete_details: { reason: "max_output_tokens" } });
    const stream = await client.responses.create({ model, input: "hi", stream: true });
    const types: string[] = [];
    for await (const event of stream) types.push(event.type);
    expect(types.at(-1)).toBe("response.incomplete");
  });

  test("failures are statuses before the first word, and raised after it", async () => {
    const client = await connect(async function* ({ messages }) {
      if (messages.length > 1) yield { type: "text", text: "Once" };
      throw new BrainError("overloaded", "Claude is overloaded.");
    });
    await expect(client.responses.create({ model, input: "hi", stream: true })).rejects.toMatchObject({
      status: 503,
      code: "overloaded",
    });
    const types: string[] = [];
    const read = async () => {
      const input = [
        { role: "user" as const, content: "a" },
        { role: "user" as const, content: "b" },
      ];
      for await (const event of await client.responses.create({ model, input, stream: true })) types.push(event.type);
    };
    await expect(read()).rejects.toMatchObject({ message: expect.stringContaining("Claude is overloaded.") });
    expect(types.at(-1)).toBe("response.failed");
  });

  test("an answer of nothing is an empty message", async () => {
    const client = await connect(playing(done()));
    expect(await client.responses.create({ model, input: "hi" })).toMatchObject({
      output_text: "",
      output: [{ type: "message" }],
    });
  });

  test("its abort cancels the turn", async () => {
    const client = await connect(hanging("Once"));
    const stream = await client.responses.create({ model, input: "hi", stream: true });
    for await (const event of stream) if (event.type === "response.output_text.delta") break;
    await expect.poll(() => running.brain.signals[0]?.aborted).toBe(true);
  });
});

describe("earlier responses", () => {
  test("are gone on with by id, without their instructions", async () => {
    const client = await connect(
      playing({ type: "text", text: "Let me see." }, ...calling(0, "weather", '{"a":1}'), done("tool_calls")),
    );
    const first = await client.responses.create({ model, input: "hi", instructions: "Be brief.", tools: [weather] });
    const second = await client.responses.create({
      model,
      previous_response_id: first.id,
      input: [{ type: "function_call_output", call_id: "call_0", output: "sunny" }],
    });
    await client.responses.create({ model, previous_response_id: second.id, input: "and?" });
    const said = {
      role: "assistant",
      text: "Let me see.",
      toolCalls: [{ id: "call_0", name: "weather", arguments: '{"a":1}' }],
    };
    expect(running.brain.requests[2]).toMatchObject({
      system: [],
      messages: [
        { role: "user", content: [{ text: "hi" }] },
        said,
        { role: "tool", toolCallId: "call_0", content: [{ text: "sunny" }] },
        said,
        { role: "user", content: [{ text: "and?" }] },
      ],
    });
  });

  test("have items that can be referred to", async () => {
    const client = await connect(saying("blue"));
    const first = await client.responses.create({ model, input: "hi" });
    const id = first.output[0]?.id as string;
    await client.responses.create({
      model,
      input: [
        { role: "user", content: "hi" },
        { type: "item_reference", id },
        { role: "user", content: "and?" },
      ],
    });
    expect(running.brain.requests[1]?.messages[1]).toEqual({ role: "assistant", text: "blue", toolCalls: [] });
  });

  test("can be read again as they were, and forgotten, by the client's own means", async () => {
    const client = await connect(
      playing({ type: "text", text: "blue" }, ...calling(0, "weather", '{"a":1}'), done("tool_calls")),
    );
    const asked = { model, input: "hi", tools: [weather], metadata: { call: "7" } };
    const whole = await client.responses.create(asked);
    const { output_text: _, ...plain } = whole;
    expect(await client.responses.retrieve(whole.id)).toMatchObject(plain);
    const streamed = await client.responses.stream({ ...asked, tools: [] }).finalResponse();
    expect((await client.responses.retrieve(streamed.id)).output_text).toBe("blue");

    await client.responses.delete(whole.id);
    const gone = { status: 404, code: "response_not_found", param: "response_id" };
    await expect(client.responses.retrieve(whole.id)).rejects.toMatchObject(gone);
    await expect(client.responses.delete(whole.id)).rejects.toMatchObject(gone);
    const next = client.responses.create({ model, input: "hi", previous_response_id: whole.id });
    await expect(next).rejects.toMatchObject({ status: 400, code: "previous_response_not_found" });
    expect((await client.responses.retrieve(streamed.id)).id).toBe(streamed.id);
  });

  test("are not kept where that was not wanted, nor when they failed", async () => {
    const client = await connect(saying("blue"));
    const first = await client.responses.create({ model, input: "hi", store: false });
    const next = client.responses.create({ model, input: "hi", previous_response_id: first.id });
    await expect(next).rejects.toMatchObject({ status: 400, code: "previous_response_not_found" });
  });
});
