import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { stdinLine } from "../../src-main/brain/claude-cli/process/protocol";
import { prepareRunFolder, spawnCli } from "../../src-main/brain/claude-cli/process/spawn";
import { Ear, type Heard, Lines } from "../heard";
import { model, systemPrompt } from "../words";
import { textOf } from "./process-a-request";

/** (c) One warm CLI process driven by hand, turn after turn: the best that the CLI itself can do. */
export class WarmProcess {
  private ear = new Ear();
  private readAt = 0;
  private turnOver = () => {};

  private constructor(private readonly child: ChildProcessWithoutNullStreams) {
    const lines = new Lines((line) => this.hear(line));
    child.stdout.setEncoding("utf8").on("data", (piece: string) => {
      this.readAt = performance.now();
      lines.push(piece);
    });
    child.stderr.resume();
    child.on("close", () => this.turnOver());
  }

  /** Spawned as Brainstem does it. `folder` is to be its own. */
  static async start(options: { cli: string; folder: string; env: NodeJS.ProcessEnv }): Promise<WarmProcess> {
    const folder = await prepareRunFolder(options.folder);
    const started = spawnCli({ path: options.cli, model, folder, env: options.env });
    if (started instanceof Error) throw started;
    const way = new WarmProcess(started);
    way.write(stdinLine.control("r1", { subtype: "initialize", systemPrompt: [systemPrompt] }));
    return way;
  }

  async ask(question: string): Promise<Heard> {
    const over = new Promise<void>((resolve) => {
      this.turnOver = resolve;
    });
    this.ear = new Ear();
    this.write(stdinLine.user([{ type: "text", text: question }], true));
    await over;
    return this.ear.heard;
  }

  async close(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once("close", resolve));
    this.child.kill();
    await ended;
  }

  private write(line: string): void {
    this.child.stdin.write(`${line}\n`);
  }

  private hear(line: string): void {
    const text = textOf(line);
    if (text) this.ear.text(text, this.readAt);
    if ((JSON.parse(line) as { type: string }).type === "result") this.turnOver();
  }
}
