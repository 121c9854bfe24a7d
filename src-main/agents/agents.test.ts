import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Agent, type AgentList } from "../../src-shared/agents";
import { type Agents, openAgents } from "./agents";

let home: string;
let agents: Agents;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "brainstem-agents-"));
  agents = openAgents(home);
});
afterEach(() => {
  agents.close();
  rmSync(home, { recursive: true, force: true });
});

const write = (name: string, text: string) => writeFileSync(join(home, "agents", name), text);
const names = ({ agents: list }: AgentList) => list.map(({ name }) => name);

const reviewer = Agent.parse({
  name: "reviewer",
  description: "Reads: carefully",
  prompt: "Review.\n\n---\n\nBe kind. 世界",
  tools: ["Read", "Bash(git status:*)", "Write?"],
  folders: ["~/notes"],
  budgetUsd: 0.5,
  effort: "high",
  workspace: "/projects/x y",
  gitUpdate: true,
});

it("an agent comes back from its file as it was saved, readable by its owner alone", async () => {
  await agents.save(reviewer);
  const reopened = openAgents(home);
  expect(reopened.get("reviewer")).toEqual(reviewer);
  reopened.close();
  expect(readFileSync(join(home, "agents", "reviewer.md"), "utf8")).toContain("  - Bash(git status:*)\n");
  expect(statSync(join(home, "agents", "reviewer.md")).mode & 0o777).toBe(0o600);
  const plain = Agent.parse({ name: "plain", prompt: "Only this." });
  await agents.save(plain);
  expect(readFileSync(join(home, "agents", "plain.md"), "utf8")).toBe("---\n---\n\nOnly this.\n");
  expect(agents.get("plain")).toEqual(plain);
});

it("one is always there, has no tools and stays as it is", async () => {
  expect(agents.list()).toMatchObject({ agents: [{ name: "conversational", tools: [], builtIn: true }], problems: [] });
  await expect(agents.save({ ...reviewer, name: "conversational" })).rejects.toThrow("built in");
  await expect(agents.remove("conversational")).rejects.toThrow("built in");
});

it("a file written by hand counts at once, and is told of", async () => {
  const told = new Promise<AgentList>((resolve) => agents.onChange(resolve));
  write("by-hand.md", "---\ndescription: Mine\ntools: [Read]\n---\nHello.");
  expect(agents.get("by-hand")).toMatchObject({ description: "Mine", prompt: "Hello.", tools: ["Read"] });
  expect(names(await told)).toEqual(["conversational", "by-hand"]);
  write("by-hand.md", "Just a prompt, and longer.");
  expect(agents.get("by-hand")).toMatchObject({ description: "", prompt: "Just a prompt, and longer.", tools: [] });
  rmSync(join(home, "agents", "by-hand.md"));
  expect(agents.get("by-hand")).toBeUndefined();
});

it("a broken file is named, and the rest work", async () => {
  write("good.md", "Good.");
  write("bad-yaml.md", "---\ntools: [Read\n---\nx");
  write("bad-tool.md", "---\ntools: [Read, 'rm -rf']\n---\nx");
  write("bad-field.md", "---\ntool: [Read]\n---\nx");
  write("open.md", "---\ntools: []\n");
  write("Not A Name.md", "x");
  write("conversational.md", "x");
  write("relative.md", "---\nworkspace: here\n---\n");
  write("notes.txt", "no agent");
  const { agents: list, problems } = agents.list();
  expect(list.map(({ name }) => name)).toEqual(["conversational", "good"]);
  expect(Object.fromEntries(problems.map(({ file, problem }) => [file, problem]))).toEqual({
    "bad-yaml.md": expect.stringContaining("line"),
    "bad-tool.md": expect.stringContaining("tools[1]: must be a tool"),
    "bad-field.md": 'there is no setting "tool"',
    "open.md": expect.stringContaining("---"),
    "Not A Name.md": expect.stringContaining("lower-case"),
    "conversational.md": expect.stringContaining("built in"),
    "relative.md": expect.stringContaining("workspace: must be a whole path"),
  });
  // For those who say it in another language.
  expect(Object.fromEntries(problems.map(({ file, code, field }) => [file, [code, field]]))).toMatchObject({
    "bad-yaml.md": ["not_yaml", undefined],
    "bad-tool.md": ["field", "tools[1]"],
    "bad-field.md": ["unknown_field", "tool"],
    "open.md": ["no_end", undefined],
    "Not A Name.md": ["name", undefined],
    "conversational.md": ["built_in", undefined],
  });
});

it("goes on without its folder, and makes it anew to save", async () => {
  rmSync(join(home, "agents"), { recursive: true });
  expect(names(agents.list())).toEqual(["conversational"]);
  await agents.save(reviewer);
  expect(names(agents.list())).toEqual(["conversational", "reviewer"]);
});

it("renaming leaves one file and takes no other agent's name", async () => {
  await agents.save(reviewer);
  await agents.save({ ...reviewer, name: "critic" }, "reviewer");
  expect(readdirSync(join(home, "agents"))).toEqual(["critic.md"]);
  await agents.save(reviewer);
  await expect(agents.save({ ...reviewer, name: "critic" }, "reviewer")).rejects.toThrow("already");
  await agents.remove("critic");
  await agents.remove("critic");
  expect(names(agents.list())).toEqual(["conversational", "reviewer"]);
});

it("refuses what could mean something else on a command line", () => {
  for (const tool of ["--allow", "Bash(a)(b)", "Bash,Write", "Bash(x)\nWrite", "bash", "mcp__x__y", ""])
    expect(Agent.safeParse({ ...reviewer, tools: [tool] }).success, tool).toBe(false);
  for (const name of ["../x", "X", "-x", "a/b", ""])
    expect(Agent.safeParse({ ...reviewer, name }).success, name).toBe(false);
  for (const folder of ["relative", "--flag", "/x\ny"])
    expect(Agent.safeParse({ ...reviewer, folders: [folder] }).success, folder).toBe(false);
});
