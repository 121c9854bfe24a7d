import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { findTree } from "../brain/programs/process-tree";
import { clis } from "../brain/testing/real-brain";
import { bash, type JobService, startJobService } from "./testing/job-service";

let at: JobService | undefined;
afterEach(async () => {
  await at?.close();
  at = undefined;
});

/** Starts children of every kind: in the shell's session, in one of their own, and without a parent. */
const brood = bash("(setsid sleep 61 &); setsid sleep 62 & sleep 63 & echo > begun; sleep 64");
const anyTool = ["tools: [Bash]"];

async function begun({ workspace, follow }: JobService, id: string): Promise<number> {
  for await (const { type, data } of follow(id)) if (type === "progress" && data["step"] === "tool") break;
  while (!existsSync(join(workspace, "begun"))) await new Promise((resolve) => setTimeout(resolve, 20));
  return (await findTree(undefined, id)).size;
}

describe.each(Object.entries(clis))("on the %s CLI", (_name, cli) => {
  it("a job that takes too long is ended with everything it started", async () => {
    at = await startJobService({ cli, script: [brood], agent: anyTool });
    const id = await at.execute({ timeout_seconds: 6 });
    expect(await begun(at, id)).toBeGreaterThanOrEqual(5);
    const job = await at.ended(id);
    expect(job).toMatchObject({ status: "timeout", error: "The job took longer than 6 s.", exit_code: null });
    expect(await findTree(undefined, id)).toEqual(new Set());
  });
});

it("a cancelled job leaves nothing, and stays as it ended", async () => {
  at = await startJobService({ script: [brood], agent: anyTool });
  const id = await at.execute();
  await begun(at, id);
  const { status, body } = await at.ask("DELETE", `/jobs/${id}`);
  expect(await findTree(undefined, id)).toEqual(new Set());
  expect([status, body["status"], body["output"]]).toEqual([200, "cancelled", "Turn 0."]);
  expect(body["cost_usd"]).toBeGreaterThan(0);
  expect((await at.ask("DELETE", `/jobs/${id}`)).body).toEqual(body);
});

it("what a job leaves running ends with it", async () => {
  at = await startJobService({ script: [bash("setsid sleep 65 >&- 2>&- & echo"), "Done."], agent: anyTool });
  const id = await at.execute();
  expect(await at.ended(id)).toMatchObject({ status: "completed", output: "Done." });
  expect(await findTree(undefined, id)).toEqual(new Set());
});

it("stopping the brain ends its jobs", async () => {
  at = await startJobService({ script: [brood], agent: anyTool });
  const id = await at.execute();
  await begun(at, id);
  await at.service.stop();
  expect(await findTree(undefined, id)).toEqual(new Set());
  expect((await at.service.jobs.open(id)).job).toMatchObject({ status: "error", error: "The brain was stopped." });
});

it("a job ends with its budget, which is never more than the agent's own", async () => {
  at = await startJobService({
    script: [bash("true"), bash("true"), bash("true"), "Done."],
    agent: ["tools: [Bash]", "budgetUsd: 0.006"],
  });
  const job = await at.ended(await at.execute({ max_budget_usd: 100 }));
  expect(job).toMatchObject({ status: "failed", error: "The budget of $0.006 is used up." });
  expect(at.upstream.requests).toHaveLength(2);
  expect(job["cost_usd"]).toBeGreaterThan(0.006);
});

it("one agent at a time works in a workspace", async () => {
  at = await startJobService({ script: [brood], agent: anyTool });
  const inside = join(at.workspace, "inside");
  mkdirSync(inside);
  writeFileSync(join(at.home, "agents", "other.md"), `---\nworkspace: ${inside}\ntools: [Read]\n---\n`);
  const first = await at.execute();
  for (const agent of ["worker", "other"])
    expect(await at.ask("POST", "/execute", { prompt: "Go.", agent })).toMatchObject({
      status: 409,
      body: { error: { code: "workspace_busy" } },
    });
  await at.ask("DELETE", `/jobs/${first}`);
  const second = await at.execute({ agent: "other" });
  await at.ask("DELETE", `/jobs/${second}`);
});

it("more jobs than may run at once are told to come back", async () => {
  at = await startJobService({ respond: () => ({ steps: [{ hang: true }] }), settings: { maxRunning: 1 } });
  const id = await at.execute();
  const refused = await at.ask("POST", "/execute", { prompt: "Go.", agent: "conversational" });
  expect(refused).toMatchObject({ status: 429, body: { error: { code: "too_many_jobs" } } });
  await at.ask("DELETE", `/jobs/${id}`);
});

it("brings a checkout up to date first, and does not work on one that cannot be", async () => {
  at = await startJobService({ script: ["Seen."], agent: ["tools: [Read]", "gitUpdate: true"] });
  const { home, workspace } = at;
  const git = (folder: string, ...args: string[]) =>
    execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@example.com", ...args], { cwd: folder });
  const origin = join(home, "origin");
  mkdirSync(origin);
  git(origin, "init", "-q", "-b", "main");
  git(origin, "commit", "-q", "--allow-empty", "-m", "first");
  git(workspace, "clone", "-q", origin, ".");
  writeFileSync(join(workspace, ".git/hooks/post-merge"), "#!/bin/sh\ntouch hooked\n", { mode: 0o755 });
  writeFileSync(join(origin, "news.txt"), "news");
  git(origin, "add", ".");
  git(origin, "commit", "-q", "-m", "second");

  expect(await at.ended(await at.execute())).toMatchObject({ status: "completed", output: "Seen." });
  expect(readFileSync(join(workspace, "news.txt"), "utf8")).toBe("news");
  expect(existsSync(join(workspace, "hooked"))).toBe(false);

  git(workspace, "remote", "set-url", "origin", join(home, "gone"));
  const failed = await at.ended(await at.execute());
  expect(failed["status"]).toBe("failed");
  expect(failed["error"]).toMatch(/^git pull --rebase failed: .*gone/);
  expect(at.upstream.requests).toHaveLength(1);
});
