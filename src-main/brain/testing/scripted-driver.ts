import { BrainError, type Driver, type DriverState, type Model, type TurnEvent, type TurnRequest } from "../turn";

/** A fake backend, for what no real one does at will: says its name and model, or fails as told. */
export class ScriptedDriver implements Driver {
  asked = 0;
  /** Throw to fail before the first word. */
  script: () => "speaks" | "silent" | "breaks" = () => "speaks";

  constructor(
    readonly name: string,
    private readonly names: string[],
  ) {}

  async *run({ model }: TurnRequest, signal: AbortSignal): AsyncGenerator<TurnEvent> {
    this.asked += 1;
    const how = this.script();
    yield { type: "accepted", backend: this.name, warm: "cold" };
    if (how === "silent") return void (await new Promise((resolve) => signal.addEventListener("abort", resolve)));
    yield { type: "text", text: `${this.name} ${model}` };
    if (how === "breaks") throw new BrainError("upstream_failed", "The connection was lost.");
    const usage = { promptTokens: 1, completionTokens: 1, cachedTokens: 0, reasoningTokens: 0 };
    yield { type: "done", finishReason: "stop", usage };
  }

  models = (): Model[] => this.names.map((id) => ({ id }));
  start = async (): Promise<void> => {};
  stop = async (): Promise<void> => {};
  state = (): DriverState => ({ state: "ready" });
  onState = () => () => {};
}
