import { spawn } from "node:child_process";
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { findTree, markName } from "../brain/programs/process-tree";
import { type JobService, startJobService } from "./testing/job-service";

let at: JobService | undefined;
afterEach(async () => {
  await at?.close();
  at = undefined;
});

it("jobs and what they said survive a restart, for their owner's eyes only", async () => {
  at = await startJobService({ script: ["The answer."] });
  const id = await at.execute({ metadata: { n: 1 } });
  const before = await at.ended(id);
  await at.stop();
  expect(statSync(join(at.home, "jobs", `${id}.jsonl`)).mode & 0o777).toBe(0o600);
  at = await startJobService({ home: at.home });
  expect((await at.ask("GET", `/jobs/${id}`)).body).toEqual(before);
  const types: string[] = [];
  for await (const { type } of at.follow(id)) types.push(type);
  expect(types).toEqual(["progress", "token", "done"]);
});

it("a job that was cut off says so, and what it had started is ended", async () => {
  at = await startJobService({ script: ["Half an"] });
  const id = await at.execute();
  await at.ended(id);
  await at.stop();
  // As a killed Brainstem leaves it: no end, a torn last line, another owner, a process.
  const file = join(at.home, "jobs", `${id}.jsonl`);
  const lines = readFileSync(file, "utf8").split("\n");
  const head = JSON.parse(lines[0] ?? "") as { owner: unknown };
  head.owner = { pid: 1, began: "before" };
  writeFileSync(file, [JSON.stringify(head), ...lines.slice(1, 3), '{"event":{"ty'].join("\n"));
  const left = spawn("sleep", ["66"], { detached: true, stdio: "ignore", env: { ...process.env, [markName]: id } });
  const dead = new Promise((resolve) => left.on("exit", (_code, signal) => resolve(signal)));
  await expect.poll(() => findTree(undefined, id)).toEqual(new Set([left.pid]));

  at = await startJobService({ home: at.home });
  expect(await at.ask("GET", `/jobs/${id}`)).toMatchObject({
    status: 200,
    body: { status: "error", error: "cut off by a restart", output: "Half an" },
  });
  expect(await dead).toBe("SIGKILL");
  const types: unknown[] = [];
  for await (const { id: number, type } of at.follow(id)) types.push([number, type]);
  expect(types).toEqual([
    [1, "progress"],
    [2, "token"],
    [3, "error"],
  ]);
});

it("keeps the newest, and none that is too old or was never begun", async () => {
  at = await startJobService({ script: ["Yes."], settings: { keepJobs: 2 } });
  const ids: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    const id = await at.execute({ agent: "conversational" });
    ids.push(id);
    await at.ended(id);
  }
  const listed = (await at.ask("GET", "/jobs")).body["jobs"] as { job_id: string }[];
  expect(listed.map(({ job_id }) => job_id)).toEqual([ids[2], ids[1]]);
  expect((await at.ask("GET", `/jobs/${ids[0]}`)).status).toBe(404);
  await expect.poll(() => readdirSync(join(at?.home ?? "", "jobs")).length).toBe(2);
  await at.stop();

  const old = join(at.home, "jobs", `${ids[1]}.jsonl`);
  writeFileSync(old, readFileSync(old, "utf8").replace(/"startedAt":\d+/g, '"startedAt":1'));
  writeFileSync(join(at.home, "jobs", "job_00000000000000ff.jsonl"), "");
  appendFileSync(join(at.home, "jobs", "notes.txt"), "mine");
  at = await startJobService({ home: at.home, settings: { keepJobs: 2 } });
  const kept = (await at.ask("GET", "/jobs")).body["jobs"] as { job_id: string }[];
  expect(kept.map(({ job_id }) => job_id)).toEqual([ids[2]]);
  expect(existsSync(join(at.home, "jobs", "notes.txt"))).toBe(true);
});
