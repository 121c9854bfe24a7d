import { compareVersions } from "../claude-cli/install/locate";
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
import { AnswerReader, parseLine } from "./answer";
import { errorStates, readFailure } from "./failures";
import { toPrompt } from "./history";
import { locateGemini } from "./locate";
import { lendLogin, readLoginType } from "./own-login";
import { GeminiProcess } from "./process";
import { spawnGemini } from "./spawn";
import { prepareTurnFolder } from "./turn-folder";

/** Older ones were not tried with session files, on which the history depends. */
const oldest = "0.61.0";
/** The CLI's word for a login with a key. */
const withKey = "gemini-api-key";
/** What may follow `--model=`. */
const modelName = /^[A-Za-z0-9][\w.:/-]{0,99}$/;

export interface GeminiCliOptions {
  id: string;
  /** `key`: a key of the backend's own, nothing of the person's is read or written. `own`: the person's own login. */
  login: "key" | "own";
  key: () => string | undefined;
  models: () => string[];
  /** Path of the `gemini` program; empty: found by looking where people have it. */
  chosenPath: string;
  /** The environment that the CLI's own is made from. */
  env: () => NodeJS.ProcessEnv;
  /** For requests that name none; without it, the model thinks as little as it can. */
  effort?: () => Effort;
}

/**
 * The Gemini CLI: one process a turn, in an empty folder and a group of its own, without any of its tools. It takes a
 * conversation with real roles (as a session to go on with), but no client's tools, and tells no thoughts.
 */
export class GeminiCli implements Driver {
  readonly name: string;
  private readonly standing = new Standing(() => this.look());
  private readonly live = new Set<GeminiProcess>();
  private path = "";
  private loginType = withKey;

  constructor(private readonly options: GeminiCliOptions) {
    this.name = options.id;
  }

  state = (): DriverState => this.standing.state();
  onState = (listener: () => void): (() => void) => this.standing.onState(listener);
  models = (): Model[] => this.options.models().map((id) => ({ id }));
  start = (): Promise<void> => this.standing.start();

  async stop(): Promise<void> {
    this.standing.stop();
    for (const child of this.live) child.kill();
    await Promise.all([...this.live].map((child) => child.ended));
  }

  async *run(request: TurnRequest, signal: AbortSignal): AsyncGenerator<TurnEvent> {
    await this.standing.enter();
    const { login, env } = this.options;
    const key = login === "key" ? this.options.key() : undefined;
    this.check(request, key);
    const effort = request.effort ?? this.options.effort?.() ?? "none";
    const folder = await prepareTurnFolder(request, effort, key === undefined ? this.loginType : withKey);
    try {
      if (key === undefined) await lendLogin(env(), folder.home);
      if (signal.aborted || this.state().state === "stopped") return;
      const start = { path: this.path, model: request.model, folder, key, env: env() };
      const child = new GeminiProcess(spawnGemini(start), toPrompt(request));
      yield* this.answer(child, request, signal);
    } finally {
      await folder.remove();
    }
  }

  private async *answer(child: GeminiProcess, request: TurnRequest, signal: AbortSignal): AsyncGenerator<TurnEvent> {
    const reader = new AnswerReader(request);
    const kill = () => child.kill();
    this.live.add(child);
    signal.addEventListener("abort", kill);
    try {
      for await (const text of child.lines) {
        const line = parseLine(text);
        if (!line) continue;
        if (line.type === "init") yield { type: "accepted", backend: this.name, warm: "cold" };
        yield* reader.read(line);
        if (reader.complete || reader.stopped) break;
      }
      if (signal.aborted) return;
      if (!reader.complete && !reader.stopped) throw await this.failed(child, reader.failure);
      yield reader.done();
    } finally {
      signal.removeEventListener("abort", kill);
      kill();
      await child.ended;
      this.live.delete(child);
    }
  }

  /** Throws {@link BrainError} for what need not be tried. */
  private check(request: TurnRequest, key: string | undefined): void {
    if (this.options.login === "key" && !key) {
      this.standing.report(this.noKey());
      throw keyMissing(this.name);
    }
    if (!this.path) throw new BrainError("backend_unavailable", this.state().help ?? errorStates.missing().help ?? "");
    if (!modelName.test(request.model))
      throw new BrainError("model_not_found", `The backend "${this.name}" has no model of this name.`);
    if (request.tools.length > 0 && request.toolChoice.mode !== "none")
      throw new BrainError(
        "invalid_request",
        `The Gemini CLI of "${this.name}" cannot call a client's tools. Choose another backend for them.`,
        undefined,
        "tools",
      );
  }

  private async failed(child: GeminiProcess, said: string | undefined): Promise<BrainError> {
    return this.standing.orStopped(readFailure(this.name, said, await child.ended));
  }

  private async look(): Promise<DriverState> {
    const { chosenPath, env, login, key } = this.options;
    this.path = "";
    const found = await locateGemini(chosenPath, env());
    if (!found) return errorStates.missing();
    const described = { cliPath: found.path, cliVersion: found.version };
    if (compareVersions(found.version, oldest) < 0)
      return { ...errorStates.tooOld(found.version, oldest), ...described };
    this.path = found.path;
    if (login === "key" && !key()) return { ...this.noKey(), ...described };
    if (login === "key") return { state: "ready", ...described };
    const loginType = await readLoginType(env());
    if (!loginType) return { ...errorStates.notLoggedIn(), ...described };
    this.loginType = loginType;
    return { state: "ready", ...described };
  }

  private noKey(): DriverState {
    return { state: "error", trouble: "key_missing", reason: "no API key", help: keyMissing(this.name).message };
  }
}
