import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Every open connection and how many requests it has under way, so that stopping can close them all. */
export class Sockets {
  private readonly active = new Map<Socket, number>();
  private readonly lastAnswer = new WeakMap<Socket, Promise<void>>();
  private closing = false;

  watch(server: Server): void {
    server.on("connection", (socket) => {
      this.active.set(socket, 0);
      socket.setNoDelay(true);
      socket.once("close", () => this.active.delete(socket));
    });
  }

  /**
   * Counts a request until its answer is over. Resolves when it is this answer's turn to be written: at once, but
   * for requests that a client sent ahead on the same connection.
   */
  enter(socket: Socket, response: ServerResponse): Promise<void> {
    const before = this.lastAnswer.get(socket) ?? Promise.resolve();
    const over = new Promise<void>((resolve) => {
      response.once("close", resolve);
      socket.once("close", resolve);
      response.once("close", () => socket.removeListener("close", resolve));
    });
    this.lastAnswer.set(socket, over);
    this.active.set(socket, (this.active.get(socket) ?? 0) + 1);
    void over.then(() => this.leave(socket));
    return before;
  }

  /** Whether an answer is owed or being written on this connection. */
  isBusy(socket: Socket): boolean {
    return (this.active.get(socket) ?? 0) > 0;
  }

  /** From now on a connection ends with its last answer; those without one end now. */
  closeIdle(): void {
    this.closing = true;
    for (const [socket, count] of this.active) if (count === 0) socket.destroy();
  }

  destroyAll(): void {
    for (const socket of this.active.keys()) socket.destroy();
  }

  private leave(socket: Socket): void {
    const count = this.active.get(socket);
    if (count === undefined) return;
    this.active.set(socket, count - 1);
    if (this.closing && count === 1) socket.end(() => socket.destroy());
  }
}
