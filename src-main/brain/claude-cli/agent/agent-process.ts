import type { AgentEvent, AgentResult, AgentRun, AgentRunRequest } from "../../agent-run";
import { endTree } from "../../programs/process-tree";
import { BrainError } from "../../turn";
import type { CliProcess } from "../process/process";
import {
  type AskedByCli,
  type CliResult,
  type FromCli,
  stdinLine,
  type WholeBlock,
  type WholeMessage,
} from "../process/protocol";
import { describeResult, spentBy } from "./agent-result";

/** Milliseconds that a process may take to end after its last answer. */
const endsWithin = 2000;
/** Milliseconds that one may take for its last words, and then to end, when it is cut short. */
const cutWithin = 500;

const pause = (ms: number) => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), ms));

/** One CLI process that works through one prompt with tools. */
export class AgentProcess implements AgentRun {
  readonly result: Promise<AgentResult>;
  /** Inputs of the open questions, by the CLI's request id. */
  private readonly asked = new Map<string, Record<string, unknown>>();
  private messages = 0;
  private over: ((result: CliResult | undefined) => void) | undefined;

  constructor(
    private readonly process: CliProcess,
    private readonly request: AgentRunRequest,
    private readonly hear: (event: AgentEvent) => void,
  ) {
    process.onMessage = (message) => this.listen(message);
    this.result = this.run();
    void process.request({ subtype: "initialize", systemPrompt: request.system.trim() ? [request.system] : [] });
    process.send(stdinLine.user([{ type: "text", text: request.prompt }], true));
  }

  answer(id: string, { allow, message }: { allow: boolean; message: string }): void {
    const input = this.asked.get(id);
    if (!input) return;
    this.asked.delete(id);
    this.process.send(stdinLine.permit(id, allow ? { allow, input } : { allow, message }));
  }

  stop(): void {
    this.over?.(undefined);
  }

  private async run(): Promise<AgentResult> {
    let told = await this.nextResult();
    const cut = told === undefined && this.process.alive;
    if (cut) told = await this.interrupt();
    this.process.onMessage = () => {};
    if (cut) this.process.kill();
    else this.process.close();
    // Only the CLI itself may put its affairs in order; what it started is not waited for.
    await Promise.race([this.process.ended, pause(cut ? cutWithin : endsWithin)]);
    await endTree(this.process.running ? this.process.pid : undefined, this.request.mark);
    const { code, words } = await this.process.ended;
    const common = { exitCode: cut ? null : code, stderr: words };
    if (told && !cut) return { ...describeResult(told, this.request.budgetUsd), ...common };
    const why = cut
      ? "The run was ended."
      : `The Claude CLI ended before the agent was done: ${words || `exit ${code}`}`;
    return { ...spentBy(told), output: "", failure: new BrainError("cli_crashed", why), ...common };
  }

  /** Undefined when the process ends first, or when it is to be stopped. */
  private nextResult(): Promise<CliResult | undefined> {
    return new Promise((resolve) => {
      this.over = resolve;
      void this.process.ended.then(() => resolve(undefined));
    });
  }

  /** Ends what is being said or done, and hears what it has cost. */
  private async interrupt(): Promise<CliResult | undefined> {
    const result = this.nextResult();
    void this.process.request({ subtype: "interrupt" });
    return Promise.race([result, pause(cutWithin)]);
  }

  private listen(message: FromCli): void {
    if (message.type === "result") this.over?.(message);
    else if (message.type === "control_request") this.question(message.request_id, message.request);
    else if (message.type === "control_cancel_request") {
      if (this.asked.delete(message.request_id)) this.hear({ type: "withdrawn", id: message.request_id });
    } else if (message.type === "system") {
      if (message.subtype === "api_retry") this.hear({ type: "retry" });
    } else if (message.type === "stream_event") {
      if (message.parent_tool_use_id) return;
      const { type, delta } = message.event;
      if (type === "message_start") {
        this.messages += 1;
        if (this.messages > 1) this.hear({ type: "step" });
      } else if (type === "content_block_delta" && delta?.text) this.hear({ type: "text", text: delta.text });
    } else if (message.type === "assistant" || message.type === "user") this.tools(message);
  }

  private question(id: string, request: AskedByCli): void {
    const { subtype, tool_name: tool, input } = request;
    if (subtype !== "can_use_tool" || !tool || !input) {
      this.process.send(stdinLine.refuse(id, "not served"));
      return;
    }
    this.asked.set(id, input);
    this.hear({ type: "ask", id, callId: request.tool_use_id ?? "", tool, input, reason: request.decision_reason });
  }

  private tools(message: WholeMessage): void {
    const content = message.message?.content;
    if (!Array.isArray(content)) return;
    for (const block of content) {
      if (message.type === "assistant" && block.type === "tool_use")
        this.hear({ type: "tool", id: block.id ?? "", name: block.name ?? "", input: block.input ?? {} });
      if (message.type === "user" && block.type === "tool_result")
        this.hear({ type: "tool_result", id: block.tool_use_id ?? "", ok: !block.is_error, text: resultText(block) });
    }
  }
}

function resultText({ content }: WholeBlock): string {
  if (!Array.isArray(content)) return content ?? "";
  return content.map((part) => part.text ?? `[${part.type}]`).join("\n");
}
