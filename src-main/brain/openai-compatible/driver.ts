import type { Response } from "undici";
import { HttpClient } from "../http/client";
import { causeOf, keyRefused, unreachable } from "../http/failure";
import { Standing } from "../standing";
import { BrainError, type Driver, type DriverState, type Model, type TurnEvent, type TurnRequest } from "../turn";
import { fromAnswer } from "./failures";
import { listModels } from "./list-models";
import { brokeOff, readAnswer } from "./read-answer";
import { toBody } from "./request";

export interface OpenAiCompatibleOptions {
  id: string;
  /** What stands before `/chat/completions`, e.g. `http://127.0.0.1:11434/v1`, or `…/api` with Open WebUI. */
  baseUrl: string;
  /** Undefined where the server wants none. */
  key: () => string | undefined;
  /** Models to offer; none: those that the server lists. */
  models: () => string[];
}

/** Any server that speaks OpenAI's chat completions: Ollama, LM Studio, vLLM, LiteLLM, Open WebUI, another Brainstem. */
export class OpenAiCompatible implements Driver {
  readonly name: string;
  private readonly standing = new Standing(() => this.look());
  private http = new HttpClient();
  private listed: Model[] = [];
  /** The last turn found nobody at the address: whether that is over cannot be told without asking. */
  private lost = false;

  constructor(private readonly options: OpenAiCompatibleOptions) {
    this.name = options.id;
  }

  state = (): DriverState => this.standing.state();
  onState = (listener: () => void): (() => void) => this.standing.onState(listener);
  start = (): Promise<void> => this.standing.start();

  models(): Model[] {
    const chosen = this.options.models();
    return chosen.length > 0 ? chosen.map((id) => ({ id })) : this.listed;
  }

  async stop(): Promise<void> {
    this.standing.stop();
    const { http } = this;
    this.http = new HttpClient();
    await http.close();
  }

  async *run(request: TurnRequest, signal: AbortSignal): AsyncGenerator<TurnEvent> {
    await this.standing.enter();
    if (!this.options.baseUrl) throw new BrainError("backend_unavailable", noAddress.help);
    if (signal.aborted) return;
    const ended = new AbortController();
    const end = () => ended.abort();
    signal.addEventListener("abort", end);
    try {
      const response = await this.ask(request, ended.signal);
      yield { type: "accepted", backend: this.name, warm: "cold" };
      yield* readAnswer(this.name, response, request.thinking);
    } catch (error) {
      if (signal.aborted) return;
      throw this.standing.orStopped(error instanceof BrainError ? error : brokeOff(this.name, causeOf(error)));
    } finally {
      signal.removeEventListener("abort", end);
      end();
    }
  }

  /** Resolves to an answer that has begun. */
  private async ask(request: TurnRequest, signal: AbortSignal): Promise<Response> {
    const { baseUrl } = this.options;
    const response = await this.http
      .fetch(this.url("/chat/completions"), {
        method: "POST",
        // A compressed stream may come in lumps.
        headers: { ...this.authorization(), "content-type": "application/json", "accept-encoding": "identity" },
        body: JSON.stringify(toBody(request, baseUrl)),
        signal,
      })
      .catch((error: unknown) => {
        if (!signal.aborted) this.cannotReach(error);
        throw unreachable(this.name, baseUrl, error);
      });
    this.lost = false;
    if (response.ok) {
      this.standing.report({ state: "ready" });
      return response;
    }
    const failure = fromAnswer(
      this.name,
      response.status,
      response.headers.get("retry-after"),
      (await response.text()).slice(0, 10_000),
    );
    if (failure.kind === "backend_auth") this.standing.report(wrongKey(failure));
    throw failure;
  }

  private async look(): Promise<DriverState> {
    if (!this.options.baseUrl) return noAddress;
    if (this.options.models().length > 0 && !this.lost) return { state: "ready" };
    try {
      this.listed = await listModels(this.http, this.url("/models"), this.authorization());
      this.lost = false;
      return { state: "ready" };
    } catch (error) {
      const words = error instanceof BrainError ? error : undefined;
      if (words?.kind === "backend_auth") return wrongKey(keyRefused(this.name, words.message));
      // It answers, if not with a list: enough where the models are known.
      if (words && this.options.models().length > 0) return { state: "ready" };
      if (words)
        return {
          state: "error",
          trouble: "no_models",
          reason: "lists no models",
          help: `${words.message} Name models under Settings.`,
        };
      return notReached(unreachable(this.name, this.options.baseUrl, error));
    }
  }

  private cannotReach(error: unknown): void {
    this.lost = true;
    this.standing.report(notReached(unreachable(this.name, this.options.baseUrl, error)));
  }

  private url = (path: string): string => this.options.baseUrl.replace(/\/+$/, "") + path;

  private authorization(): Record<string, string> {
    const key = this.options.key();
    return key ? { authorization: `Bearer ${key}` } : {};
  }
}

const noAddress = {
  state: "error",
  trouble: "address_missing",
  reason: "no address",
  help: "Set the address of this backend under Settings, e.g. `http://127.0.0.1:11434/v1`.",
} as const;
const wrongKey = ({ message }: BrainError): DriverState => ({
  state: "error",
  trouble: "key_refused",
  reason: "the key was refused",
  help: message,
});
const notReached = ({ message }: BrainError): DriverState => ({
  state: "error",
  trouble: "unreachable",
  reason: "cannot be reached",
  help: message,
});
