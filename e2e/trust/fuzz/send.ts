import { connect, type Socket } from "node:net";
import type { Dice } from "./dice";
import type { Attempt } from "./requests";

/** Milliseconds that a client waits for its answer before it goes; where an answer is due, as long as it takes. */
const patience = { usual: 1_000, due: 30_000 };
/** Milliseconds between the pieces of a slow sender. */
const pace = 3;

/** Sends one attempt and resolves to all that came back before either side had enough. */
export async function send(attempt: Attempt, port: number, dice: Dice): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  const { bytes, how, statuses } = attempt;
  const answer = hear(socket, statuses ? patience.due : patience.usual);
  if (how === "slowly") {
    const step = 1 + Math.floor(bytes.length / 8);
    for (let at = 0; at < bytes.length && !socket.destroyed; at += step) {
      socket.write(bytes.slice(at, at + step));
      await new Promise((resolve) => setTimeout(resolve, pace));
    }
  } else if (how === "cut") socket.write(bytes.slice(0, dice.below(bytes.length)), () => socket.destroy());
  else if (how === "half-closed") socket.end(bytes);
  else socket.write(bytes);
  return answer;
}

function hear(socket: Socket, within: number): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    const leave = setTimeout(() => socket.destroy(), within);
    socket.setEncoding("utf8");
    socket.on("data", (piece: string) => {
      text += piece;
      // One look at the next arrivals is enough: most connections would be kept open.
      setImmediate(() => setImmediate(() => socket.end()));
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      clearTimeout(leave);
      resolve(text);
    });
  });
}
