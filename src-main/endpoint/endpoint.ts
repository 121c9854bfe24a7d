import { BrainError } from "../brain/turn";
import { Queue } from "../storage/queue";
import { LiveTurns } from "./answer/live-turns";
import type { EndpointContext, EndpointDeps } from "./context";
import { createDispatch } from "./dispatch";
import { ResponseMemory } from "./responses/memory";
import { routes } from "./routes";
import { defaultLimits } from "./server/limits";
import { type Listening, listenAt } from "./server/listening";

export interface Endpoint {
  /**
   * Listens on 127.0.0.1 (`port` 0: any free one) and says where. Idempotent; another port moves it.
   * Rejects with `code: "EADDRINUSE"` where the port is taken.
   */
  start(port: number): Promise<{ port: number }>;
  /**
   * Listens at these IPv4 addresses of the machine too, on the same port, and no longer at others: what was connected
   * there is cut off at once. Resolves to those where it listens now; none while it is stopped.
   */
  share(addresses: readonly string[]): Promise<string[]>;
  /** Forgets the responses that are kept for clients to go on from. */
  forget(): void;
  /** Takes nothing new, ends live answers with an error and closes every connection. Idempotent. */
  stop(): Promise<void>;
}

/** The HTTP server that OpenAI clients talk to. Nothing listens until `start`. */
export function createEndpoint(deps: EndpointDeps): Endpoint {
  const context: EndpointContext = {
    ...deps,
    limits: { ...defaultLimits, ...deps.limits },
    turns: new LiveTurns(),
    responses: new ResponseMemory(),
  };
  const dispatch = createDispatch(context, routes);
  let running: (Listening & { asked: number }) | undefined;
  let sweep: NodeJS.Timeout | undefined;
  const shared = new Map<string, Listening>();
  const steps = new Queue();

  const open = async (asked: number) => {
    running = { ...(await listenAt("127.0.0.1", asked, context.limits, dispatch)), asked };
    sweep = setInterval(() => {
      context.responses.prune();
      deps.sessions.sweep().catch((error: unknown) => deps.log.warn("sessions not swept", { error }));
    }, context.limits.sweepMs).unref();
    deps.log.info("endpoint listens", { port: running.port });
  };

  const close = async () => {
    if (!running) return;
    const closing = [running, ...shared.values()];
    running = undefined;
    shared.clear();
    clearInterval(sweep);
    const closed = Promise.all(closing.map((each) => each.close(context.limits.graceMs)));
    context.turns.endAll(new BrainError("stopped", "The brain was stopped."));
    await closed;
    deps.log.info("endpoint closed");
  };

  const shareAt = async (addresses: readonly string[]) => {
    for (const [address, listening] of shared) {
      if (addresses.includes(address)) continue;
      shared.delete(address);
      await listening.cutOff();
      deps.log.info("endpoint no longer shared", { address });
    }
    for (const address of addresses) {
      if (!running || shared.has(address)) continue;
      try {
        shared.set(address, await listenAt(address, running.port, context.limits, dispatch));
        deps.log.info("endpoint shared", { address, port: running.port });
      } catch (error) {
        deps.log.warn("endpoint not shared", { address, error: String(error) });
      }
    }
    return [...shared.keys()];
  };

  return {
    start: (port) =>
      steps.run(async () => {
        if (running && running.asked !== port && running.port !== port) await close();
        if (!running) await open(port);
        return { port: (running as Listening).port };
      }),
    share: (addresses) => steps.run(() => shareAt(addresses)),
    forget: () => context.responses.forgetAll(),
    stop: () => steps.run(close),
  };
}
