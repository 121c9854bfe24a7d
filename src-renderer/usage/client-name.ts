import type { TFunction } from "i18next";
import { clientNames } from "../../src-shared/usage";

/** Who used something, in the window's language; an app keeps its own name. */
export function clientName(client: string, t: TFunction): string {
  if (client === clientNames.window) return t("activity.window");
  if (client === clientNames.unknown) return t("usage.client.unknown");
  if (client.startsWith(clientNames.jobsOf))
    return t("usage.client.jobsOf", { agent: client.slice(clientNames.jobsOf.length) });
  return client;
}
