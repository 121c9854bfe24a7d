/** Text that came since the last time. */
export interface Added {
  text: string;
  thinking: string;
}

/** Gathers what arrives within one frame, so that a fast stream costs the window one event a frame. */
export interface DeltaPump {
  push(added: Partial<Added>): void;
  /** Sends what is gathered; for the end of the stream. */
  flush(): void;
}

const FRAME_MS = 16;

/** The first piece goes out at once, as does any that comes after a quiet frame. */
export function createDeltaPump(send: (added: Added) => void): DeltaPump {
  let gathered: Added = { text: "", thinking: "" };
  let frame: NodeJS.Timeout | undefined;

  const sendGathered = (): boolean => {
    if (!gathered.text && !gathered.thinking) return false;
    const added = gathered;
    gathered = { text: "", thinking: "" };
    send(added);
    return true;
  };
  const nextFrame = () => {
    frame = setTimeout(() => {
      frame = undefined;
      if (sendGathered()) nextFrame();
    }, FRAME_MS);
  };

  return {
    push({ text = "", thinking = "" }) {
      gathered = { text: gathered.text + text, thinking: gathered.thinking + thinking };
      if (!frame && sendGathered()) nextFrame();
    },
    flush() {
      if (frame) clearTimeout(frame);
      frame = undefined;
      sendGathered();
    },
  };
}
