import { contextBridge, ipcRenderer } from "electron";
import type { Bridge, EventName } from "../src-shared/ipc";

/** The events that a page may listen to; leaving one out does not compile. */
const EVENTS: Record<EventName, true> = {
  "brain.status": true,
  "storage.changed": true,
  "settings.changed": true,
  "language.changed": true,
  "conversation.changed": true,
  "conversation.removed": true,
  "message.changed": true,
  "message.delta": true,
  "activity.changed": true,
  "activity.cleared": true,
  "turn.grew": true,
  "call.changed": true,
  "call.turn": true,
  "backends.changed": true,
  "usage.changed": true,
  "agents.changed": true,
  "job.changed": true,
  "jobs.cleared": true,
  "job.event": true,
  "quickAsk.changed": true,
  "quickAsk.shown": true,
  navigate: true,
};

function createBridge(): Bridge {
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  // One listener for all: Electron takes many for a leak.
  ipcRenderer.on("brainstem:event", (_event, heard: EventName, payload: unknown) => {
    for (const listener of listeners.get(heard) ?? []) listener(payload as never);
  });
  return {
    request: (name, input) => ipcRenderer.invoke("brainstem:request", name, input),
    on(name, listener) {
      if (!Object.hasOwn(EVENTS, name)) throw new Error("There is no such event.");
      const hearing = listeners.get(name) ?? new Set();
      listeners.set(name, hearing.add(listener));
      return () => {
        hearing.delete(listener);
      };
    },
  };
}

contextBridge.exposeInMainWorld("brainstem", createBridge());
