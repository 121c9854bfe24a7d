import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { findTree } from "../brain/programs/process-tree";
import { clis } from "../brain/testing/real-brain";
import { bash, type JobService, startJobService } from "../jobs/testing/job-service";

let at: JobService | undefined;
afterEach(async () => {
  await at?.close();
  at = undefined;
});

const say = (content: string, more: Record<string, unknown> = {}) => ({
  model: "agent/worker",
  messages: [
    { role: "system", content: "From the client." },
    { role: "user", content },
  ],
  ...more,
});

const replyOf = (body: Record<string, unknown>) =>
  (body["choices"] as { message: { content: string }; finish_reason: string }[])[0];

describe.each(Object.entries(clis))("on the %s CLI", (_name, cli) => {
  it("an agent with tools answers as a model: it works in its workspace, and what is not allowed is denied", async () => {
    at = await startJobService({
      cli,
      script: (workspace) => [
        { tool: "Read", input: { file_path: join(workspace, "notes.txt") } },
        { tool: "Edit", input: { file_path: join(workspace, "notes.txt"), old_string: "one", new_string: "ONE" } },
        bash("touch denied.txt; (setsid sleep 67 &)"),
        "All done.",
      ],
    });
    writeFileSync(join(at.workspace, "notes.txt"), "one\n");
    const { status, body } = await at.ask("POST", "/v1/chat/completions", say("Go."));
    expect(status).toBe(200);
    expect(body["model"]).toBe("agent/worker");
    expect(replyOf(body)).toMatchObject({
      message: { content: "Turn 0.Turn 1.Turn 2.All done." },
      finish_reason: "stop",
    });
    expect(body["usage"]).toMatchObject({ prompt_tokens: 4000, completion_tokens: 400 });
    expect(readFileSync(join(at.workspace, "notes.txt"), "utf8")).toBe("ONE\n");
    expect(existsSync(join(at.workspace, "denied.txt"))).toBe(false);
    const system = JSON.stringify(at.upstream.requests[0]?.body.system);
    expect(system.indexOf("Work.")).toBeGreaterThan(-1);
    expect(system.indexOf("From the client.")).toBeGreaterThan(system.indexOf("Work."));
  });
});

it("streams all steps as one answer with one end", async () => {
  at = await startJobService({ script: [bash("true"), bash("true"), "All done."], agent: ["tools: [Bash]"] });
  const signal = new AbortController().signal;
  const types: string[] = [];
  const request = { caller: { kind: "http", name: "t" }, model: "agent/worker", system: [], tools: [] } as const;
  const turn = {
    ...request,
    ...{ system: [], tools: [], stop: [], toolChoice: { mode: "auto" as const }, parallelToolCalls: true },
    ...{ thinking: false, messages: [{ role: "user" as const, content: [{ type: "text" as const, text: "Go." }] }] },
  };
  for await (const event of at.service.brain.run(turn, signal))
    types.push(event.type === "step" ? `step ${event.tool}` : event.type);
  expect(types).toEqual(["accepted", "text", "step Bash", "text", "step Bash", "text", "done"]);
});

it("a client that leaves ends the agent's commands", async () => {
  const mark = join("begun");
  at = await startJobService({ script: [bash(`touch ${mark}; setsid sleep 68`)], agent: ["tools: [Bash]"] });
  const { workspace, url } = at;
  const leave = new AbortController();
  const headers = { authorization: "Bearer test-key-of-the-jobs", "content-type": "application/json" };
  const body = JSON.stringify(say("Go.", { stream: true }));
  const asked = fetch(`${url}/v1/chat/completions`, { method: "POST", headers, body, signal: leave.signal });
  await expect.poll(() => existsSync(join(workspace, mark)), { timeout: 30_000 }).toBe(true);
  const busy = await at.ask("POST", "/execute", { prompt: "Go.", agent: "worker" });
  expect(busy).toMatchObject({ status: 409, body: { error: { code: "workspace_busy" } } });
  leave.abort();
  await asked.then((answer) => answer.text()).catch(() => {});
  await expect
    .poll(() => at?.ask("POST", "/execute", { prompt: "Go.", agent: "worker" }), { timeout: 30_000 })
    .toMatchObject({ status: 202 });
  expect(await findTree(process.pid, "none").then((pids) => commandsOf(pids, "sleep 68"))).toEqual([]);
});

it("an agent without tools is a prompt before the client's, on the model it names", async () => {
  at = await startJobService({ script: ["Hi."], agent: ["model: claude-haiku-4-5"] });
  const { body } = await at.ask("POST", "/v1/chat/completions", say("Hello"));
  expect(replyOf(body)?.message.content).toBe("Hi.");
  const upstream = at.upstream.requests[0]?.body;
  expect(upstream?.model).toBe("claude-haiku-4-5");
  expect(JSON.stringify(upstream?.system)).toMatch(/Work\..*From the client\./);
  expect(upstream?.tools ?? []).toEqual([]);
  const models = (await at.ask("GET", "/v1/models")).body["data"] as { id: string }[];
  expect(models.map(({ id }) => id)).toEqual(expect.arrayContaining(["agent/conversational", "agent/worker"]));
  const unknown = await at.ask("POST", "/v1/chat/completions", say("Hello", { model: "agent/nobody" }));
  expect(unknown).toMatchObject({ status: 400, body: { error: { code: "model_not_found" } } });
});

it("an agent with tools takes none from a request", async () => {
  at = await startJobService({ script: ["Hi."] });
  const tools = [{ type: "function", function: { name: "x", parameters: { type: "object" } } }];
  const refused = await at.ask("POST", "/v1/chat/completions", say("Hello", { tools }));
  expect(refused).toMatchObject({ status: 400, body: { error: { param: "tools" } } });
  expect(at.upstream.requests).toEqual([]);
});

function commandsOf(pids: Set<number>, command: string): number[] {
  return [...pids].filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "latin1").replaceAll("\0", " ").trim() === command;
    } catch {
      return false;
    }
  });
}

it("never works with tools for a session: its caller need not be the owner", async () => {
  at = await startJobService({ script: [bash("touch made.txt"), "Done."], agent: ["tools: [Bash]"] });
  for (const model of ["agent/worker", "worker"]) {
    const { status } = await at.ask("POST", "/v1/conversational", { session_id: "s", message: "Go.", model });
    expect(status).toBeGreaterThanOrEqual(400);
  }
  expect(existsSync(join(at.workspace, "made.txt"))).toBe(false);
  expect(at.upstream.requests).toHaveLength(0);
});
