import type { Failure } from "../failure";
import { type KeyStore, openEndpointKey, type Vault } from "../storage/endpoint-key";
import { makeWay } from "../storage/home";
import { openSecrets, type SecretStore } from "../storage/secrets";
import { openSettings, type SettingsStore } from "../storage/settings";
import { openUsage, type UsageStore } from "../storage/usage";

/** What is kept in Brainstem's folder and needed by the app and the headless entry alike. */
export interface Stores {
  settings: SettingsStore;
  key: KeyStore;
  secrets: SecretStore;
  usage: UsageStore;
  /** All keys, which no log may hold. */
  secretTexts(): string[];
  /** What was wrong on disk. */
  problems: Failure[];
}

/** Opens them all. `vault` encrypts keys where the desktop offers that; `BRAINSTEM_API_KEY` wins over the saved key. */
export async function openStores(home: string, env: NodeJS.ProcessEnv, vault?: Vault): Promise<Stores> {
  const blocked = await makeWay(home);
  const [settings, key, secrets, usage] = await Promise.all([
    openSettings(home),
    openEndpointKey(home, { fixed: env["BRAINSTEM_API_KEY"], vault }),
    openSecrets(home, vault),
    openUsage(home, new Date()),
  ]);
  return {
    ...{ settings, key, secrets, usage },
    secretTexts: () => [key.get(), ...secrets.all()],
    problems: [...blocked, ...settings.problems, ...key.problems, ...secrets.problems],
  };
}
