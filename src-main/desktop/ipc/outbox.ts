import type { EventName, EventPayload } from "../../../src-shared/ipc";

/** Tells the window something; does nothing while there is no window that listens. */
export type Emit = <N extends EventName>(name: N, payload: EventPayload<N>) => void;

/**
 * Holds events back until the window has asked for its snapshot. What is mirrored is in the snapshot itself, so of
 * the events before it only `navigate` is kept.
 */
export interface Outbox {
  emit: Emit;
  /** The snapshot is being answered: from here on events go out, the kept ones right after the answer. */
  open(): void;
  /** The page is gone; the next one asks for its own snapshot. */
  hold(): void;
}

/** @param deliver sends one event to the page that is open now. */
export function createOutbox(deliver: (name: EventName, payload: unknown) => void): Outbox {
  let listening = false;
  let kept: EventPayload<"navigate"> | undefined;
  return {
    emit(name, payload) {
      if (listening) deliver(name, payload);
      else if (name === "navigate") kept = payload as EventPayload<"navigate">;
    },
    open() {
      listening = true;
      const page = kept;
      kept = undefined;
      if (page) setImmediate(() => deliver("navigate", page));
    },
    hold() {
      listening = false;
    },
  };
}
