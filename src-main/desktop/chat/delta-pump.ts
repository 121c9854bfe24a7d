/** Text that came since the last time. */
export interface Added {
  text: string;
  thinking: string;
}

/** Gathers what arrives within a moment, so that a fast stream costs the window thirty drawings a second at most. */
export interface DeltaPump {
  push(added: Partial<Added>): void;
  /** Sends what is gathered; for the end of the stream. */
  flush(): void;
}

/** Two frames of most screens: words flow as well as with one, and typing gets the other. */
const PAUSE_MS = 33;

/** The first piece goes out at once, as does any that comes after a quiet moment. */
export function createDeltaPump(send: (added: Added) => void): DeltaPump {
  let gathered: Added = { text: "", thinking: "" };
  let pause: NodeJS.Timeout | undefined;

  const sendGathered = (): boolean => {
    if (!gathered.text && !gathered.thinking) return false;
    const added = gathered;
    gathered = { text: "", thinking: "" };
    send(added);
    return true;
  };
  const rest = () => {
    pause = setTimeout(() => {
      pause = undefined;
      if (sendGathered()) rest();
    }, PAUSE_MS);
  };

  return {
    push({ text = "", thinking = "" }) {
      gathered = { text: gathered.text + text, thinking: gathered.thinking + thinking };
      if (!pause && sendGathered()) rest();
    },
    flush() {
      if (pause) clearTimeout(pause);
      pause = undefined;
      sendGathered();
    },
  };
}
