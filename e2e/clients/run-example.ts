import { spawn } from "node:child_process";
import type { Serving } from "./serve";

export interface Said {
  /** All of stdout, and its arrivals one by one. */
  text: string;
  pieces: string[];
  stderr: string;
  exitCode: number | null;
}

/** Milliseconds after which a program that does not end is made to. */
const endsWithin = 50_000;

/** Runs one of the examples as a person would, pointed at `serving`. */
export async function runExample(
  serving: Pick<Serving, "baseUrl" | "key">,
  program: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Said> {
  const child = spawn(program, args, {
    env: {
      ...process.env,
      PYTHONIOENCODING: "utf-8",
      BRAINSTEM_BASE_URL: serving.baseUrl,
      BRAINSTEM_API_KEY: serving.key,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: endsWithin,
    killSignal: "SIGKILL",
  });
  const pieces: string[] = [];
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (piece: string) => pieces.push(piece));
  child.stderr.setEncoding("utf8").on("data", (piece: string) => {
    stderr += piece;
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { text: pieces.join(""), pieces, stderr, exitCode };
}

/** The replies in what an example printed: the lines that begin with `< `. */
export const repliesIn = ({ text }: Said): string[] =>
  text.split("\n> ").map((turn) => turn.split("\n< ")[1]?.trim() ?? "");

/** The JSON that a program printed; fails with what it said on stderr when it did not end well. */
export function reported<T>({ text, stderr, exitCode }: Said): T {
  if (exitCode !== 0) throw new Error(`The program ended with ${exitCode}: ${stderr}`);
  return JSON.parse(text) as T;
}
