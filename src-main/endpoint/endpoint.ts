import type { Server } from "node:http";
import { BrainError } from "../brain/turn";
import type { EndpointContext, EndpointDeps } from "./context";
import { createDispatch } from "./dispatch";
import { defaultLimits } from "./limits";
import { LiveTurns } from "./live-turns";
import { ResponseMemory } from "./responses/memory";
import { routes } from "./routes";
import { createServer, listen } from "./server";
import { Sockets } from "./sockets";

export interface Endpoint {
  /**
   * Listens on 127.0.0.1 (`port` 0: any free one) and says where. Idempotent; another port moves it.
   * Rejects with `code: "EADDRINUSE"` where the port is taken.
   */
  start(port: number): Promise<{ port: number }>;
  /** Takes nothing new, ends live answers with an error and closes every connection. Idempotent. */
  stop(): Promise<void>;
}

interface Running {
  server: Server;
  sweep: NodeJS.Timeout;
  sockets: Sockets;
  asked: number;
  port: number;
}

/** The HTTP server that OpenAI clients talk to. Nothing listens until `start`. */
export function createEndpoint(deps: EndpointDeps): Endpoint {
  const context: EndpointContext = {
    ...deps,
    limits: { ...defaultLimits, ...deps.limits },
    turns: new LiveTurns(),
    responses: new ResponseMemory(),
  };
  let running: Running | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const result = last.then(step);
    last = result.catch(() => {});
    return result;
  };

  const open = async (asked: number) => {
    const sockets = new Sockets();
    const server = createServer(context.limits, sockets, createDispatch(context, routes));
    const port = await listen(server, asked);
    const sweep = setInterval(() => {
      context.responses.prune();
      deps.sessions.sweep().catch((error: unknown) => deps.log.warn("sessions not swept", { error }));
    }, context.limits.sweepMs).unref();
    running = { server, sweep, sockets, asked, port };
    deps.log.info("endpoint listens", { port });
  };

  const close = async () => {
    if (!running) return;
    const { server, sockets, sweep } = running;
    running = undefined;
    clearInterval(sweep);
    const closed = new Promise((resolve) => server.close(resolve));
    sockets.closeIdle();
    context.turns.endAll(new BrainError("stopped", "The brain was stopped."));
    const grace = setTimeout(() => sockets.destroyAll(), context.limits.graceMs);
    await closed;
    clearTimeout(grace);
    deps.log.info("endpoint closed");
  };

  return {
    start: (port) =>
      inTurn(async () => {
        if (running && running.asked !== port && running.port !== port) await close();
        if (!running) await open(port);
        return { port: (running as Running).port };
      }),
    stop: () => inTurn(close),
  };
}
