import { BrainError, type Model, type Part, type TurnEvent, type TurnRequest, type Usage } from "../../brain/turn";
import type { EndpointDeps } from "../context";

/** What a fake turn does: yields events, throws, waits. */
export type Script = (request: TurnRequest, signal: AbortSignal) => AsyncIterable<TurnEvent>;

type AnsweringBrain = EndpointDeps["brain"];

/** A fake brain for tests of the endpoint alone: it knows two models and plays a script. */
export class FakeBrain implements AnsweringBrain {
  readonly requests: TurnRequest[] = [];
  readonly signals: AbortSignal[] = [];
  private waiting: (() => void)[] = [];

  constructor(private readonly script: Script) {}

  async *run(request: TurnRequest, signal: AbortSignal): AsyncGenerator<TurnEvent> {
    this.requests.push(request);
    this.signals.push(signal);
    for (const wake of this.waiting.splice(0)) wake();
    if (!(await this.models()).some(({ id }) => id === request.model)) {
      throw new BrainError("model_not_found", `There is no model named ${request.model}.`);
    }
    yield* this.script(request, signal);
  }

  async models(): Promise<Model[]> {
    return [{ id: "claude-sonnet-4-6", displayName: "Sonnet" }, { id: "claude-haiku-4-5" }];
  }

  /** Resolves when the brain has been asked `count` times. */
  async asked(count = 1): Promise<void> {
    while (this.requests.length < count) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}

const usage: Usage = { promptTokens: 12, completionTokens: 5, cachedTokens: 8, reasoningTokens: 2 };
export const accepted: TurnEvent = { type: "accepted", backend: "fake", warm: "spare" };
export const done = (finishReason: "stop" | "tool_calls" | "length" = "stop"): TurnEvent => ({
  type: "done",
  finishReason,
  usage,
});

/** A call of a client's tool whose arguments come in these pieces. */
export const calling = (index: number, name: string, ...pieces: string[]): TurnEvent[] => [
  { type: "tool_begin", index, id: `call_${index}`, name },
  ...pieces.map((text): TurnEvent => ({ type: "tool_arguments", index, text })),
  { type: "tool_end", index },
];

/** A turn that says these texts. */
export const saying = (...texts: string[]): Script =>
  async function* () {
    yield accepted;
    for (const text of texts) yield { type: "text", text };
    yield done();
  };

/** A turn of exactly these events. */
export const playing = (...events: TurnEvent[]): Script =>
  async function* () {
    yield* events;
  };

/** Answers with all that it was given, from the system prompt to the question. */
export const echo: Script = async function* ({ system, messages }) {
  const words = (parts: Part[]) => parts.map((part) => (part.type === "text" ? part.text : "")).join("");
  const said = messages.map((message) => (message.role === "assistant" ? message.text : words(message.content)));
  yield { type: "text", text: `<${[...system, ...said].join("|")}>` };
  yield done();
};

/** Plays one script a turn, then the last one again. */
export const inOrder = (...scripts: [Script, ...Script[]]): Script => {
  let turns = 0;
  return (request, signal) => (scripts[turns++] ?? (scripts[scripts.length - 1] as Script))(request, signal);
};

/** A turn that says one text, then nothing until it is cancelled. */
export const hanging = (text?: string): Script =>
  async function* (_, signal) {
    yield accepted;
    if (text !== undefined) yield { type: "text", text };
    await cancelled(signal);
  };

export const cancelled = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
