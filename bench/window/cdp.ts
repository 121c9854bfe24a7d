/** One page of a browser over its own debugging socket: lighter than a test driver, which would slow a start down. */
export interface Cdp {
  send<T>(method: string, params?: object): Promise<T>;
  close(): void;
}

/** Connects to the first page of the browser that listens on this port, once there is one. */
export async function connectPage(port: string, until: number): Promise<Cdp> {
  for (;;) {
    const pages = await fetch(`http://127.0.0.1:${port}/json/list`)
      .then((reply) => reply.json() as Promise<{ type: string; webSocketDebuggerUrl: string }[]>)
      .catch(() => []);
    const page = pages.find(({ type }) => type === "page");
    if (page) return connect(page.webSocketDebuggerUrl);
    if (Date.now() > until) throw new Error("The window did not open in time.");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Connects to one page, or to a main process that is looked at. */
export async function connect(url: string): Promise<Cdp> {
  const socket = new WebSocket(url);
  const waiting = new Map<number, (result: unknown) => void>();
  let calls = 0;
  socket.addEventListener("message", ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id?: number; result?: unknown };
    if (id === undefined) return;
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve, { once: true });
    socket.addEventListener("error", reject, { once: true });
  });
  return {
    send: <T>(method: string, params: object = {}) =>
      new Promise<T>((resolve) => {
        calls += 1;
        waiting.set(calls, (result) => resolve(result as T));
        socket.send(JSON.stringify({ id: calls, method, params }));
      }),
    close: () => socket.close(),
  };
}

/** Evaluates an expression, waits for its promise and returns its value; again where the page was left meanwhile. */
export async function evaluate<T>(page: Cdp, expression: string): Promise<T> {
  const params = { expression, awaitPromise: true, returnByValue: true };
  for (;;) {
    const answer = await page.send<{ result?: { value?: T } } | undefined>("Runtime.evaluate", params);
    if (answer?.result && "value" in answer.result) return answer.result.value as T;
  }
}
