import { spawn } from "node:child_process";
import type { Machine } from "./machine";

/** A program with a window, as a person starts it. */
export interface Program {
  pid: number;
  /** Where its pages can be looked at. */
  port: string;
  end(): Promise<void>;
}

/** Resolves when its pages can be looked at, which is before there are any. */
export async function startProgram(command: string[], machine: Machine): Promise<Program> {
  const [program = "", ...args] = command;
  const child = spawn(program, [...args, ...rootArguments(), "--remote-debugging-port=0"], {
    env: machine.env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const port = await new Promise<string>((resolve, reject) => {
    let words = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      words += text;
      const found = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(words)?.[1];
      if (found) resolve(found);
    });
    child.once("exit", () => reject(new Error(`The program ended at once:\n${words}`)));
  });
  return {
    pid: child.pid ?? 0,
    port,
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
