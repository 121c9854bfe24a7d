import { contextBridge, type IpcRendererEvent, ipcRenderer } from "electron";
import type { Bridge, EventName } from "../src-shared/ipc";

/** The events that a page may listen to; leaving one out does not compile. */
const EVENTS: Record<EventName, true> = {
  "brain.status": true,
  "settings.changed": true,
  "conversation.changed": true,
  "conversation.removed": true,
  "message.changed": true,
  "message.delta": true,
  "activity.changed": true,
  "backends.changed": true,
  "usage.changed": true,
  "agents.changed": true,
  "job.changed": true,
  "job.event": true,
  navigate: true,
};

const bridge: Bridge = {
  request: (name, input) => ipcRenderer.invoke("brainstem:request", name, input),
  on(name, listener) {
    if (!Object.prototype.hasOwnProperty.call(EVENTS, name)) throw new Error("There is no such event.");
    const hear = (_event: IpcRendererEvent, heard: unknown, payload: Parameters<typeof listener>[0]) => {
      if (heard === name) listener(payload);
    };
    ipcRenderer.on("brainstem:event", hear);
    return () => {
      ipcRenderer.removeListener("brainstem:event", hear);
    };
  },
};

contextBridge.exposeInMainWorld("brainstem", bridge);
