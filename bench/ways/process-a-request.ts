import { spawn } from "node:child_process";
import { Ear, type Heard, Lines } from "../heard";
import { model, systemPrompt } from "../words";

/** (b) A new CLI process for every request, the prompt on stdin: how the service before Brainstem answered. */
export class ProcessARequest {
  constructor(private readonly options: { cli: string; cwd: string; env: NodeJS.ProcessEnv }) {}

  ask(question: string): Promise<Heard> {
    const { cli, cwd, env } = this.options;
    const ear = new Ear();
    const child = spawn(
      cli,
      [
        "-p",
        ...["--model", model],
        ...["--system-prompt", systemPrompt],
        ...["--tools", ""],
        ...["--output-format", "stream-json"],
        "--include-partial-messages",
        "--verbose",
      ],
      { cwd, env, stdio: ["pipe", "pipe", "ignore"] },
    );
    child.stdin.end(question);
    let readAt = 0;
    const lines = new Lines((line) => {
      const text = textOf(line);
      if (text) ear.text(text, readAt);
    });
    child.stdout.setEncoding("utf8").on("data", (piece: string) => {
      readAt = performance.now();
      lines.push(piece);
    });
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", () => resolve(ear.heard));
    });
  }
}

/** The text that a line of the CLI's stream-json output brings, if any. */
export function textOf(line: string): string | undefined {
  const message = JSON.parse(line) as { type: string; event?: { delta?: { text?: string } } };
  return message.type === "stream_event" ? message.event?.delta?.text : undefined;
}
