import { type Protocol, protocol, type SafeStorage, safeStorage } from "electron";
import type { Vault } from "../storage/endpoint-key";

/** The few places where Electron 22 and the current one differ; each branch names the version that ends it. */

/** What the `app://` scheme answers with. */
export interface FileAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Serves `scheme` with `answer`, which gets the whole URL of a request. */
export function serveScheme(scheme: string, answer: (url: string) => Promise<FileAnswer>): void {
  const { handle } = protocol as Partial<Protocol>;
  if (handle) {
    protocol.handle(scheme, async (request) => {
      const { status, headers, body } = await answer(request.url);
      return new Response(new Uint8Array(body), { status, headers });
    });
    return;
  }
  // Ends with Electron 25, which brought protocol.handle.
  protocol.registerBufferProtocol(scheme, (request, callback) => {
    void answer(request.url).then(({ status, headers, body }) =>
      callback({ statusCode: status, headers, mimeType: headers["content-type"]?.split(";")[0] ?? "", data: body }),
    );
  });
}

/**
 * The system's key store, or a phrase that says why there is none. Linux without a keyring "encrypts" with a
 * password that is in Electron's source (`basic_text`): that counts as none.
 */
export function openVault(platform: NodeJS.Platform = process.platform): { vault?: Vault; problem?: string } {
  if (!safeStorage.isEncryptionAvailable()) return { problem: "the system offers no key store" };
  if (platform === "linux") {
    // Optional until Electron 26, which brought it; before, isEncryptionAvailable alone said no to basic_text.
    const backend = (safeStorage as Partial<SafeStorage>).getSelectedStorageBackend?.();
    if (backend === "basic_text" || backend === "unknown") return { problem: `the key store is "${backend}"` };
  }
  return {
    vault: {
      seal: (text) => safeStorage.encryptString(text),
      unseal: (sealed) => safeStorage.decryptString(sealed),
    },
  };
}
