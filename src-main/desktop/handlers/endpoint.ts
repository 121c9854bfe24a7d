import { snippets } from "../../../src-shared/snippets";
import { checkEndpoint } from "../../service/endpoint-check";
import type { KeyStore } from "../../storage/endpoint-key";
import type { HandlersOf } from "../ipc/ipc";

/** @param baseUrl where the endpoint listens, or would. */
export function endpointHandlers(
  copy: (text: string) => Promise<void>,
  baseUrl: () => string,
  key: Pick<KeyStore, "get" | "rotate" | "keeping">,
): HandlersOf<"endpoint"> {
  return {
    "endpoint.copyUrl": () => copy(baseUrl()),
    "endpoint.copyKey": () => copy(key.get()),
    "endpoint.revealKey": () => key.get(),
    "endpoint.keyKeeping": () => key.keeping(),
    "endpoint.rotateKey": async () => {
      await key.rotate();
    },
    "endpoint.copySnippet": ({ name, model }) =>
      copy(snippets[name].make({ address: baseUrl(), key: key.get(), model })),
    "endpoint.test": () => checkEndpoint(baseUrl(), key.get()),
  };
}
