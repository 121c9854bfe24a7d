import { spawn } from "node:child_process";
import type { Machine } from "./machine";

/** A program with a window, as a person starts it. */
export interface Program {
  pid: number;
  /** The part in brackets of what it says on stderr, once it has said that. */
  said(words: RegExp): Promise<string>;
  end(): Promise<void>;
}

/** What it says where its pages can be looked at, which is before there are any. */
export const pagesPort = /DevTools listening on ws:\/\/[^:]+:(\d+)/;

export function startProgram(command: string[], machine: Machine): Program {
  const [program = "", ...args] = command;
  const child = spawn(program, [...args, ...rootArguments(), "--remote-debugging-port=0"], {
    env: machine.env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let heard = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    heard += text;
  });
  return {
    pid: child.pid ?? 0,
    said: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = words.exec(heard)?.[1];
          if (found) resolve(found);
        };
        child.stderr.on("data", look);
        void exited.then(() => reject(new Error(`The program ended at once:\n${heard}`)));
        look();
      }),
    end() {
      child.kill("SIGTERM");
      return exited;
    },
  };
}

/** Chromium's sandbox refuses to run as root. */
export function rootArguments(): string[] {
  return process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}
