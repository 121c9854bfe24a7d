import Anthropic from "@anthropic-ai/sdk";
import { FormData, Headers } from "undici";
import type { HttpClient } from "../http/client";

/** Anthropic's library, loaded with the first turn that needs it: it is large, and most people never do. */
export { readFailure } from "./failures";

/** Milliseconds; the library wants a limit, the brain has its own. */
const noTimeout = 86_400_000;

export function createClient(options: { apiKey: string; baseUrl: string; http: HttpClient }): Anthropic {
  provideWebGlobals();
  return new Anthropic({
    apiKey: options.apiKey,
    authToken: null,
    baseURL: options.baseUrl,
    maxRetries: 0,
    timeout: noTimeout,
    logLevel: "off",
    // A compressed stream may come in lumps.
    defaultHeaders: { "accept-encoding": "identity" },
    fetch: options.http.fetch as unknown as typeof fetch,
  });
}

/** The library takes these from the global scope, where the oldest supported Node has none. */
function provideWebGlobals(): void {
  const scope = globalThis as Record<string, unknown>;
  scope["Headers"] ??= Headers;
  scope["FormData"] ??= FormData;
}
