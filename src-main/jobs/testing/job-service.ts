import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Settings } from "../../../src-shared/settings";
import { clis } from "../../brain/testing/real-brain";
import type { Respond, Step } from "../../demo/messages-api";
import { type StandIn, startStandIn } from "../../demo/stand-in";
import { createService, type Service } from "../../service/service";
import { openStores } from "../../service/stores";

/** What the model does in each of its turns: says something, or uses a tool. */
export type Script = (string | { tool: string; input: Record<string, unknown> })[];

/** A whole Brainstem without a window, on the real Claude CLI and a scripted model. */
export interface JobService {
  home: string;
  /** The workspace of the agent `worker`. */
  workspace: string;
  service: Service;
  upstream: StandIn;
  /** Where the endpoint is, e.g. `http://127.0.0.1:1234`. */
  url: string;
  ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }>;
  /** Starts a job of `worker` and gives its id. */
  execute(more?: Record<string, unknown>): Promise<string>;
  /** The events of a job as they come; `type` and the data's fields together. */
  follow(id: string, options?: { after?: number; lastEventId?: number }): AsyncGenerator<StreamedEvent>;
  /** The job once it has ended. */
  ended(id: string): Promise<Record<string, unknown>>;
  /** Ends the service; the home stays for another one. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

export interface StreamedEvent {
  id: number;
  type: string;
  data: Record<string, unknown>;
}

const key = "test-key-of-the-jobs";
const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };

export async function startJobService(options: {
  script?: Script | ((workspace: string) => Script);
  /** In place of a script. */
  respond?: Respond;
  cli?: string;
  /** Lines of the agent's file between its `---`. */
  agent?: string[];
  settings?: Partial<Settings["jobs"]>;
  home?: string;
}): Promise<JobService> {
  const home = options.home ?? realpathSync(mkdtempSync(join(tmpdir(), "brainstem-jobs-")));
  const workspace = join(home, "project");
  mkdirSync(workspace, { recursive: true });
  mkdirSync(join(home, "agents"), { recursive: true });
  const lines = options.agent ?? ["tools: [Read, Edit, Bash(git init:*)]"];
  writeFileSync(
    join(home, "agents", "worker.md"),
    ["---", `workspace: ${workspace}`, ...lines, "---", "Work."].join("\n"),
  );
  const { script = [] } = options;
  const respond = options.respond ?? play(typeof script === "function" ? script(workspace) : script);
  const upstream = await startStandIn({ respond });
  const stores = await openStores(home, { BRAINSTEM_API_KEY: key });
  await stores.settings.update({ endpoint: { port: 0 }, brain: { spares: 0 }, jobs: options.settings ?? {} });
  const service = createService({
    stores,
    home,
    version: "1.2.3",
    demo: false,
    env: {
      PATH: process.env["PATH"],
      HOME: home,
      BRAINSTEM_CLAUDE_PATH: options.cli ?? clis.newest,
      ANTHROPIC_BASE_URL: upstream.url,
      CLAUDE_CODE_OAUTH_TOKEN: "sk-ant-oat01-test",
    },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  await service.start();
  const url = (service.status().baseUrl ?? "").replace(/\/v1$/, "");

  const ask: JobService["ask"] = async (method, path, body) => {
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const answer = await fetch(url + path, init);
    const text = await answer.text();
    return { status: answer.status, body: text ? (JSON.parse(text) as Record<string, unknown>) : {} };
  };
  const follow: JobService["follow"] = async function* (id, { after, lastEventId } = {}) {
    const more = lastEventId === undefined ? {} : { "last-event-id": String(lastEventId) };
    const path = `/jobs/${id}/stream${after === undefined ? "" : `?after=${after}`}`;
    const answer = await fetch(url + path, { headers: { ...headers, ...more } });
    let text = "";
    const decoder = new TextDecoder();
    for await (const piece of answer.body ?? []) {
      text += decoder.decode(piece as Uint8Array, { stream: true });
      for (let end = text.indexOf("\n\n"); end !== -1; end = text.indexOf("\n\n")) {
        const fields = /^id: (\d+)\nevent: (\w+)\ndata: (.*)$/.exec(text.slice(0, end));
        text = text.slice(end + 2);
        if (fields) yield { id: Number(fields[1]), type: fields[2] ?? "", data: JSON.parse(fields[3] ?? "{}") };
      }
    }
  };
  const stop = async () => {
    await service.stop();
    service.agents.close();
    await stores.usage.close();
    await upstream.close();
  };
  return {
    ...{ home, workspace, service, upstream, url, ask, follow, stop },
    async execute(more = {}) {
      const { status, body } = await ask("POST", "/execute", { prompt: "Go.", agent: "worker", ...more });
      if (status !== 202) throw new Error(`${status} ${JSON.stringify(body)}`);
      return String(body["job_id"]);
    },
    async ended(id) {
      for await (const _ of follow(id));
      return (await ask("GET", `/jobs/${id}`)).body;
    },
    async close() {
      await stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A model that plays its script, a line a request. */
function play(script: Script): Respond {
  return ({ messages }) => {
    const turn = messages.filter(({ role }) => role === "assistant").length;
    const line = script[turn] ?? "Done.";
    const usage = { input_tokens: 1000, output_tokens: 100 };
    if (typeof line === "string") return { steps: [{ text: line }], usage };
    const call: Step = { tool: line.tool, id: `toolu_${turn}`, input: [JSON.stringify(line.input)] };
    return { steps: [{ text: `Turn ${turn}.` }, call], stopReason: "tool_use", usage };
  };
}

export const bash = (command: string): Script[number] => ({ tool: "Bash", input: { command, description: "A step" } });
