import { randomBytes } from "node:crypto";
import { chmod, readFile, rm } from "node:fs/promises";
import path from "node:path";
import type { KeyKeeping } from "../../src-shared/endpoint";
import { Failure, type FailureCode } from "../failure";
import { codeOf, fileFailure } from "./failure";
import { Queue } from "./queue";
import { moveAside, replaceFile } from "./replace-file";

/** Encrypts with the desktop's own key store; both throw when that is out of reach. */
export interface Vault {
  seal(text: string): Buffer;
  unseal(sealed: Buffer): string;
}

export interface KeyStore {
  /** The key that callers of the endpoint need. Empty: every caller is refused. */
  get(): string;
  /** Makes and saves a new key; the old one is void. Rejects with a sentence, and then the old one stays. */
  rotate(): Promise<string>;
  keeping(): KeyKeeping;
  /** What was wrong at start. */
  problems: Failure[];
}

/**
 * Opens the endpoint's key, making one at the first start. `fixed` (`BRAINSTEM_API_KEY`) wins and is never written;
 * empty, it refuses every caller. Never rejects: a key that cannot be saved lasts until the program ends.
 */
export async function openEndpointKey(
  home: string,
  options: { fixed?: string | undefined; vault?: Vault | undefined },
): Promise<KeyStore> {
  const { vault } = options;
  const fixed = options.fixed?.trim();
  const plainFile = path.join(home, "endpoint-key");
  const sealedFile = path.join(home, "endpoint-key.sealed");
  const problems: Failure[] = [];
  const queue = new Queue();
  let where: KeyKeeping["where"] = fixed ? "environment" : "memory";
  let replaced = false;
  let key = fixed ?? "";
  if (fixed === undefined) key = (await read()) ?? (await begin());

  /** The key on disk, moved into the vault if there is one. */
  async function read(): Promise<string | undefined> {
    const inVault = await usable(sealedFile, (bytes) => vault?.unseal(bytes));
    const plain = await usable(plainFile, (bytes) => bytes.toString("utf8").trim());
    if (inVault) {
      where = "encrypted";
      // A different plain one belongs to runs without a vault; it stays, so that neither key changes unasked.
      if (plain === inVault) await remove(plainFile).catch(() => {});
      return inVault;
    }
    if (!plain) return undefined;
    where = "file";
    await chmod(plainFile, 0o600).catch(() => {});
    if (vault) await replace(plain).catch((error: unknown) => report("endpoint_key_open", error));
    return plain;
  }

  /** A file's key; an unusable file is kept aside. A sealed one without a vault is left for the next start with one. */
  async function usable(file: string, decode: (bytes: Buffer) => string | undefined): Promise<string | undefined> {
    try {
      const found = decode(await readFile(file));
      if (found === undefined) problems.push(new Failure("endpoint_key_sealed"));
      if (found === undefined || /^[\x21-\x7e]{20,}$/.test(found)) return found;
    } catch (error) {
      if (codeOf(error) === "ENOENT") return undefined;
    }
    const kept = await moveAside(file).catch(() => undefined);
    const name = path.basename(file);
    problems.push(kept ? new Failure("file_kept", { file: name, kept }) : new Failure("file_unread", { file: name }));
    return undefined;
  }

  async function begin(): Promise<string> {
    replaced = problems.length > 0;
    const made = makeKey();
    await save(made).catch((error: unknown) => report("endpoint_key_unkept", error));
    return made;
  }

  /** Writes the key, encrypted where that works. */
  async function save(text: string): Promise<void> {
    let bytes: Buffer | undefined;
    try {
      bytes = vault?.seal(text);
    } catch (error) {
      report("endpoint_key_open", error);
    }
    await replaceFile(bytes ? sealedFile : plainFile, bytes ?? `${text}\n`);
    where = bytes ? "encrypted" : "file";
  }

  /** Writes the key and removes what is left of it (or of an older one) in the other form. */
  async function replace(text: string): Promise<void> {
    await save(text);
    await remove(where === "encrypted" ? plainFile : sealedFile);
  }

  function report(what: FailureCode, error: unknown): void {
    problems.push(fileFailure(what, error));
  }

  return {
    get: () => key,
    rotate: () =>
      queue.run(async () => {
        if (fixed) throw new Failure("endpoint_key_fixed");
        const made = makeKey();
        await replace(made).catch((error: unknown) => {
          throw fileFailure("endpoint_key_unsaved", error);
        });
        key = made;
        replaced = false;
        return made;
      }),
    keeping: () => ({ where, replaced }),
    problems,
  };
}

async function remove(file: string): Promise<void> {
  await rm(file, { force: true });
}

function makeKey(): string {
  return `bs-${randomBytes(32).toString("base64url")}`;
}
