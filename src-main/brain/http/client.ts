import type { Agent, RequestInit, Response } from "undici";

/** Milliseconds that a connection may take to come about. */
const connectWithin = 10_000;

/**
 * An HTTP client with connections of its own and the `fetch` that older Node versions lack. It waits for an answer as
 * long as its caller does: how long a turn may take is the brain's to say.
 */
export class HttpClient {
  private agent: Agent | undefined;

  readonly fetch = async (url: string | URL, init: RequestInit = {}): Promise<Response> => {
    // Half of what the main process would load at its start, and most people never need it.
    const { Agent, fetch } = await import("undici");
    this.agent ??= new Agent({
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: { timeout: connectWithin },
      // `localhost` may be ::1 first, where local servers seldom listen.
      autoSelectFamily: true,
    });
    return fetch(url, { ...init, dispatcher: this.agent });
  };

  /** Ends every connection at once. */
  async close(): Promise<void> {
    await this.agent?.destroy();
  }
}
