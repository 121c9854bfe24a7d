import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { clis } from "../brain/testing/real-brain";
import { bash, type JobService, startJobService } from "./testing/job-service";

let at: JobService | undefined;
afterEach(async () => {
  await at?.close();
  at = undefined;
});

describe.each(Object.entries(clis))("on the %s CLI", (_name, cli) => {
  it("edits a file, runs what a rule allows, and asks for the rest", async () => {
    at = await startJobService({
      cli,
      script: (workspace) => [
        { tool: "Read", input: { file_path: join(workspace, "notes.txt") } },
        { tool: "Edit", input: { file_path: join(workspace, "notes.txt"), old_string: "one", new_string: "ONE" } },
        bash("git init -q made-by-rule"),
        bash("touch denied.txt"),
        bash("touch allowed.txt"),
        "All done.",
      ],
    });
    const file = join(at.workspace, "notes.txt");
    writeFileSync(file, "one two\n");
    const id = await at.execute({ metadata: { from: "test" } });
    const asked: unknown[] = [];
    for await (const { type, data } of at.follow(id)) {
      if (type !== "confirm") continue;
      const { command } = data["input"] as { command: string };
      asked.push([data["tool"], command]);
      const allow = command.includes("allowed");
      expect((await at.ask("GET", `/jobs/${id}`)).body["questions"]).toHaveLength(1);
      const answer = { id: data["id"], allow, ...(allow ? {} : { message: "Leave that be." }) };
      expect((await at.ask("POST", `/jobs/${id}/confirm`, answer)).status).toBe(200);
      expect((await at.ask("POST", `/jobs/${id}/confirm`, answer)).status).toBe(409);
    }
    expect(asked).toEqual([
      ["Bash", "touch denied.txt"],
      ["Bash", "touch allowed.txt"],
    ]);
    expect(readFileSync(file, "utf8")).toBe("ONE two\n");
    expect(existsSync(join(at.workspace, "made-by-rule/.git"))).toBe(true);
    expect(existsSync(join(at.workspace, "denied.txt"))).toBe(false);
    expect(existsSync(join(at.workspace, "allowed.txt"))).toBe(true);
    expect(JSON.stringify(at.upstream.requests.at(-1)?.body.messages)).toContain("Leave that be.");

    const { body } = await at.ask("GET", `/jobs/${id}`);
    expect(body).toMatchObject({
      job_id: id,
      status: "completed",
      prompt: "Go.",
      agent: "worker",
      model: "claude-sonnet-4-6",
      exit_code: 0,
      output: "All done.",
      stderr: "",
      usage: { input_tokens: 6000 },
      metadata: { from: "test" },
    });
    expect(body["cost_usd"]).toBeGreaterThan(0);
    expect(Date.parse(String(body["finished_at"]))).toBeGreaterThanOrEqual(Date.parse(String(body["started_at"])));
    expect(body).not.toHaveProperty("error");
    expect((await at.ask("GET", "/jobs?limit=1")).body["jobs"]).toMatchObject([{ job_id: id, status: "completed" }]);
  });
});

it("takes silence for a no", async () => {
  at = await startJobService({ script: [bash("touch asked.txt"), "Well then."], settings: { confirmSeconds: 1 } });
  const job = await at.ended(await at.execute());
  expect(job).toMatchObject({ status: "completed", output: "Well then.", questions: [] });
  expect(existsSync(join(at.workspace, "asked.txt"))).toBe(false);
  expect(JSON.stringify(at.upstream.requests.at(-1)?.body.messages)).toContain("Nobody answered");
});

it("always asks for a tool with a question mark, and has none that is not named", async () => {
  at = await startJobService({ script: [bash("touch asked.txt"), "Fine."], agent: ["tools: [Bash?]"] });
  const id = await at.execute();
  for await (const { type, data } of at.follow(id))
    if (type === "confirm") await at.ask("POST", `/jobs/${id}/confirm`, { id: data["id"], allow: true });
  expect(existsSync(join(at.workspace, "asked.txt"))).toBe(true);
  expect(at.upstream.requests[0]?.body.tools?.map(({ name }) => name)).toEqual(["Bash"]);
});

it("refuses what cannot be run, and says what could be", async () => {
  at = await startJobService({ script: ["Hi."] });
  const unknownAgent = await at.ask("POST", "/execute", { prompt: "Go.", agent: "nobody" });
  expect(unknownAgent).toMatchObject({
    status: 400,
    body: { error: { code: "agent_not_found", param: "agent" }, supported: ["conversational", "worker"] },
  });
  const unknownModel = await at.ask("POST", "/execute", { prompt: "Go.", agent: "worker", model: "gpt-9" });
  expect(unknownModel).toMatchObject({ status: 400, body: { error: { code: "model_not_found", param: "model" } } });
  expect(unknownModel.body["supported"]).toContain("claude-haiku-4-5");
  expect((await at.ask("POST", "/execute", { agent: "worker" })).status).toBe(400);
  for (const [method, path] of [
    ["GET", "/jobs/job_0000000000000000"],
    ["DELETE", "/jobs/job_0000000000000000"],
    ["GET", "/jobs/job_0000000000000000/stream"],
    ["GET", "/jobs/..%2F..%2Fsettings"],
  ] as const)
    expect(await at.ask(method, path)).toMatchObject({ status: 404, body: { error: { code: "job_not_found" } } });
  const id = await at.execute({ agent: "conversational" });
  const noQuestion = await at.ask("POST", `/jobs/${id}/confirm`, { id: "q1", allow: true });
  expect(noQuestion).toMatchObject({ status: 404, body: { error: { code: "question_not_found" } } });
  expect(await at.ended(id)).toMatchObject({ status: "completed", output: "Hi." });
});
