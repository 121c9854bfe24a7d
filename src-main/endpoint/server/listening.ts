import type { Limits } from "./limits";
import { createServer, type Listener, listen } from "./server";
import { Sockets } from "./sockets";

/** A server at one address, with all that is connected to it. */
export interface Listening {
  port: number;
  /** Takes nothing new; what is being answered has `graceMs` to end. */
  close(graceMs: number): Promise<void>;
  /** Ends it and every connection now. */
  cutOff(): Promise<void>;
}

/** Rejects with the system's error, e.g. code `EADDRINUSE`. @param port 0: any free one. */
export async function listenAt(address: string, port: number, limits: Limits, listener: Listener): Promise<Listening> {
  const sockets = new Sockets();
  const server = createServer(limits, sockets, listener);
  const taken = await listen(server, address, port);
  const closed = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return {
    port: taken,
    async close(graceMs) {
      const over = closed();
      sockets.closeIdle();
      const grace = setTimeout(() => sockets.destroyAll(), graceMs);
      await over;
      clearTimeout(grace);
    },
    async cutOff() {
      const over = closed();
      sockets.destroyAll();
      await over;
    },
  };
}
