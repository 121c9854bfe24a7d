import type { IpcMain, IpcMainInvokeEvent } from "electron";
import type { z } from "zod";
import { type Reply, type RouteName, type RouteOutput, routes } from "../../../src-shared/ipc";
import { Failure } from "../../failure";
import type { Log } from "../../logging/log";
import { withoutWords } from "../../logging/log-error";
import { valueFailure } from "../../storage/failure";

// biome-ignore lint/suspicious/noConfusingVoidType: a handler without an answer returns what it likes.
type Output<T> = undefined extends T ? void : T;

/** One handler for every route of the contract; a route without one does not compile. */
export type Handlers = {
  [N in RouteName]: (
    input: z.output<(typeof routes)[N]["input"]>,
  ) => Output<RouteOutput<N>> | Promise<Output<RouteOutput<N>>>;
};

/** The handlers of one topic, e.g. `HandlersOf<"chat">` for `chat.send`, `chat.stop`… */
export type HandlersOf<Topic extends string> = Pick<Handlers, Extract<RouteName, `${Topic}.${string}`>>;

/** A page that may ask, and what it may ask. While that is still being made, requests wait for it. */
export interface TrustedPage {
  /** Looks at who asks, before anything is read. */
  isTrusted: (event: IpcMainInvokeEvent) => boolean;
  handlers: Partial<Handlers> | Promise<Partial<Handlers>>;
}

/**
 * Serves the one request channel of all windows. `explained` makes what a handler throws a sentence for the person.
 */
export function serveRequests(
  ipcMain: Pick<IpcMain, "handle">,
  pages: readonly TrustedPage[],
  log: Log,
  explained: (thrown: unknown) => string,
): void {
  ipcMain.handle("brainstem:request", async (event, name: unknown, input: unknown): Promise<Reply<unknown>> => {
    const page = pages.find(({ isTrusted }) => isTrusted(event));
    if (!page) {
      log.warn("ipc.refused", { from: event.senderFrame?.url });
      return failure(explained(new Failure("request_refused")));
    }
    return answerRequest(await page.handlers, name, input, log, explained);
  });
}

/** Parses, handles and wraps one request. Never rejects. */
async function answerRequest(
  handlers: Partial<Handlers>,
  name: unknown,
  input: unknown,
  log: Log,
  explained: (thrown: unknown) => string,
): Promise<Reply<unknown>> {
  if (!isRoute(name)) return failure(explained(new Failure("request_refused")));
  const handle = handlers[name] as ((input: unknown) => unknown) | undefined;
  if (!handle) return failure(explained(new Failure("request_refused")));
  const parsed = routes[name].input.safeParse(input);
  if (!parsed.success) {
    log.warn("ipc.invalid", { name, at: parsed.error.issues.map((issue) => issue.path.join(".")) });
    return failure(explained(valueFailure("request_unclear", parsed.error.issues[0], {})));
  }
  try {
    return { ok: true, value: await handle(parsed.data) };
  } catch (error) {
    log.warn("ipc.failed", { name, error: withoutWords(error) });
    return failure(explained(error));
  }
}

function isRoute(name: unknown): name is RouteName {
  return typeof name === "string" && Object.hasOwn(routes, name);
}

function failure(message: string): Reply<never> {
  return { ok: false, error: { message } };
}
