import { type Backend, type BackendStatus, claudeCliId } from "../../src-shared/backends";
import { createListeners } from "../listeners";
import type { Driver } from "./turn";

/** All backends: the Claude CLI, which is always there, and those that the person has added. */
export interface Backends {
  drivers(): readonly Driver[];
  /** As Settings shows them. */
  statuses(): BackendStatus[];
  /** Told when a backend comes, goes or changes its state. Returns the function that ends the subscription. */
  onChange(listener: () => void): () => void;
  /** Brings the drivers in line with the list. A driver whose definition or key has changed is made anew. */
  refresh(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

interface Added {
  backend: Backend;
  /** What it was made from; another one means a new driver. */
  made: string;
  driver: Driver;
}

export function createBackends(options: {
  claudeCli: Driver;
  list: () => readonly Backend[];
  key: (id: string) => string | undefined;
  make: (backend: Backend) => Driver;
}): Backends {
  const { claudeCli, list, key, make } = options;
  const { tell, on } = createListeners();
  let added: Added[] = [];
  let running = false;
  claudeCli.onState(tell);

  const add = (backend: Backend): Added => {
    const made = JSON.stringify([backend, key(backend.id)]);
    const same = added.find((each) => each.made === made);
    if (same) return same;
    const driver = make(backend);
    driver.onState(tell);
    return { backend, made, driver };
  };

  async function refresh(): Promise<void> {
    const before = added;
    added = list().map(add);
    const gone = before.filter((each) => !added.includes(each));
    tell();
    await Promise.all(gone.map(({ driver }) => driver.stop()));
    if (running) await Promise.all(added.map(({ driver }) => driver.start()));
  }

  return {
    drivers: () => [claudeCli, ...added.map(({ driver }) => driver)],
    statuses: () => [
      statusOf(claudeCli, { id: claudeCliId, kind: claudeCliId, name: "Claude CLI", hasKey: false }),
      ...added.map(({ driver, backend: { id, kind, name } }) =>
        statusOf(driver, { id, kind, name, hasKey: key(id) !== undefined }),
      ),
    ],
    onChange: on,
    refresh,
    async start() {
      running = true;
      await refresh();
    },
    async stop() {
      running = false;
      await Promise.all(added.map(({ driver }) => driver.stop()));
    },
  };
}

function statusOf(driver: Driver, what: Pick<BackendStatus, "id" | "kind" | "name" | "hasKey">): BackendStatus {
  const { state, code, trouble = code, reason, help } = driver.state();
  return {
    ...what,
    state,
    ...(trouble === undefined ? {} : { code: trouble }),
    ...(reason === undefined ? {} : { reason }),
    ...(help === undefined ? {} : { help }),
    models: driver.models().map(({ id }) => id),
  };
}
