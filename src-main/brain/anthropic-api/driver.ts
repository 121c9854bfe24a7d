import { HttpClient } from "../http/client";
import { keyMissing } from "../http/failure";
import { Standing } from "../standing";
import {
  BrainError,
  type Driver,
  type DriverState,
  type Effort,
  type Model,
  type TurnEvent,
  type TurnRequest,
} from "../turn";
import { AnswerReader } from "./answer";
import { toParams } from "./request";

const anthropic = "https://api.anthropic.com";
/** Milliseconds after which a key that was refused is no longer held against the backend. */
const refusedKeyAgain = 30_000;

export interface AnthropicApiOptions {
  id: string;
  key: () => string | undefined;
  /** Undefined: Anthropic itself. */
  baseUrl?: string;
  models: () => string[];
  /** For requests that name none; without it, thinking is off where the model allows that. */
  effort?: () => Effort;
}

/** The Messages API with a key of one's own, through Anthropic's library. */
export class AnthropicApi implements Driver {
  readonly name: string;
  private readonly standing = new Standing(async () => this.look());
  private http = new HttpClient();

  constructor(private readonly options: AnthropicApiOptions) {
    this.name = options.id;
  }

  state = (): DriverState => this.standing.state();
  onState = (listener: () => void): (() => void) => this.standing.onState(listener);
  models = (): Model[] => this.options.models().map((id) => ({ id }));
  start = (): Promise<void> => this.standing.start();

  async stop(): Promise<void> {
    this.standing.stop();
    const { http } = this;
    this.http = new HttpClient();
    await http.close();
  }

  async *run(request: TurnRequest, signal: AbortSignal): AsyncGenerator<TurnEvent> {
    await this.standing.enter();
    const key = this.options.key();
    if (!key) {
      this.standing.report(this.look());
      throw keyMissing(this.name);
    }
    if (signal.aborted) return;
    const reader = new AnswerReader(request);
    const params = toParams(request, request.effort ?? this.options.effort?.() ?? "none");
    const library = await import("./library");
    try {
      const baseUrl = this.options.baseUrl || anthropic;
      const stream = await library
        .createClient({ apiKey: key, baseUrl, http: this.http })
        .messages.create(params, { signal });
      this.standing.report({ state: "ready" });
      yield { type: "accepted", backend: this.name, warm: "cold" };
      for await (const event of stream) {
        yield* reader.read(event);
        if (reader.stopped) break;
      }
    } catch (error) {
      if (signal.aborted) return;
      throw this.standing.orStopped(this.failed(error, library.readFailure));
    }
    if (signal.aborted) return;
    yield reader.done(this.name);
  }

  private failed(error: unknown, readFailure: (backend: string, error: unknown) => BrainError): BrainError {
    if (error instanceof BrainError) return error;
    const failure = readFailure(this.name, error);
    if (failure.kind === "backend_auth")
      this.standing.report(
        { state: "error", trouble: "key_refused", reason: "the key was refused", help: failure.message },
        refusedKeyAgain,
      );
    return failure;
  }

  private look(): DriverState {
    if (this.options.key()) return { state: "ready" };
    return { state: "error", trouble: "key_missing", reason: "no API key", help: keyMissing(this.name).message };
  }
}
