import type { Backends } from "../../brain/backends";
import type { SecretStore } from "../../storage/secrets";
import type { SettingsStore } from "../../storage/settings";
import type { HandlersOf } from "../ipc/ipc";

/** Keys go one way: from the window into the store. */
export function backendHandlers(
  backends: Backends,
  settings: SettingsStore,
  secrets: SecretStore,
): HandlersOf<"backends"> {
  const save = async (list: ReturnType<SettingsStore["get"]>["backends"]["list"]) => {
    await settings.update({ backends: { list } });
    await backends.refresh();
  };
  return {
    "backends.list": () => backends.statuses(),
    "backends.save": async ({ backend, key }) => {
      if (key !== undefined) await secrets.set(backend.id, key || undefined);
      const { list } = settings.get().backends;
      const known = list.some(({ id }) => id === backend.id);
      await save(known ? list.map((each) => (each.id === backend.id ? backend : each)) : [...list, backend]);
    },
    "backends.remove": async ({ id }) => {
      await save(settings.get().backends.list.filter((each) => each.id !== id));
      await secrets.set(id, undefined);
    },
  };
}
