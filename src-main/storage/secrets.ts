import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { Failure } from "../failure";
import type { Vault } from "./endpoint-key";
import { codeOf, fileFailure } from "./failure";
import { Queue } from "./queue";
import { moveAside, replaceFile } from "./replace-file";

/** Keys of backends by the backend's id: in memory while the app runs, on disk only in the vault or in a 0600 file. */
export interface SecretStore {
  get(id: string): string | undefined;
  all(): string[];
  /** Saves a key, or forgets it (`undefined`). Rejects with a sentence, and then nothing has changed. */
  set(id: string, secret: string | undefined): Promise<void>;
  /** What was wrong at start. */
  problems: Failure[];
}

/** Opens `secrets.sealed` (with a vault) or `secrets.json`. An unusable file is kept aside. Never rejects. */
export async function openSecrets(home: string, vault?: Vault): Promise<SecretStore> {
  const plainFile = path.join(home, "secrets.json");
  const sealedFile = path.join(home, "secrets.sealed");
  const problems: Failure[] = [];
  const queue = new Queue();

  async function read(file: string, decode: (bytes: Buffer) => string): Promise<Record<string, string>> {
    try {
      return onlyTexts(JSON.parse(decode(await readFile(file))));
    } catch (error) {
      if (codeOf(error) === "ENOENT") return {};
    }
    const kept = await moveAside(file).catch(() => undefined);
    const name = path.basename(file);
    problems.push(kept ? new Failure("keys_kept", { file: name, kept }) : new Failure("keys_unread", { file: name }));
    return {};
  }

  let secrets = {
    ...(await read(plainFile, (bytes) => bytes.toString("utf8"))),
    ...(vault ? await read(sealedFile, (bytes) => vault.unseal(bytes)) : {}),
  };

  async function save(next: Record<string, string>): Promise<void> {
    const text = JSON.stringify(next);
    await replaceFile(vault ? sealedFile : plainFile, vault ? vault.seal(text) : text);
    // What lay open before a vault was there moves into it.
    if (vault) await rm(plainFile, { force: true });
  }

  return {
    problems,
    get: (id) => secrets[id],
    all: () => Object.values(secrets),
    set: (id, secret) =>
      queue.run(async () => {
        const { [id]: _, ...rest } = secrets;
        const next = secret ? { ...rest, [id]: secret } : rest;
        await save(next).catch((error: unknown) => {
          throw fileFailure("key_unsaved", error);
        });
        secrets = next;
      }),
  };
}

function onlyTexts(value: unknown): Record<string, string> {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}
