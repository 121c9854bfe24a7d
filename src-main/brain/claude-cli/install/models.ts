import type { Model } from "../../turn";

/** A model as the CLI's `list_models` tells it. */
export interface CliModel {
  value: string;
  resolvedModel?: string;
  displayName?: string;
}

/** The allowlist, then the CLI's own names: aliases and what they stand for. */
export function listModels(allowlist: readonly string[], listed: readonly CliModel[]): Model[] {
  const models = new Map<string, Model>();
  for (const id of allowlist) models.set(id, { id });
  for (const { value, resolvedModel, displayName } of listed)
    for (const id of [value, resolvedModel])
      if (id && !models.has(id)) models.set(id, { id, ...(displayName ? { displayName } : {}) });
  return [...models.values()];
}

/** What the CLI is given for a name on the list; undefined for a name that is not. */
export function resolveModel(name: string, models: readonly Model[], listed: readonly CliModel[]): string | undefined {
  if (!models.some((model) => model.id === name)) return undefined;
  return listed.find((model) => model.value === name)?.resolvedModel ?? name;
}
