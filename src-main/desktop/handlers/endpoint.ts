import type { HandlersOf } from "../ipc";

/** @param baseUrl where the endpoint listens, or would. */
export function endpointHandlers(
  copy: (text: string) => Promise<void>,
  baseUrl: () => string,
  key: () => string,
): HandlersOf<"endpoint"> {
  return {
    "endpoint.copyUrl": () => copy(baseUrl()),
    "endpoint.copyKey": () => copy(key()),
    "endpoint.revealKey": () => key(),
  };
}
