import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { defaultSettings } from "../../src-shared/settings";
import type { TurnEvent, TurnRequest } from "../brain/turn";
import { createSessionFiles } from "./session-files";
import { createSessions } from "./sessions";

const done: TurnEvent = {
  type: "done",
  finishReason: "stop",
  usage: { promptTokens: 1, cachedTokens: 0, completionTokens: 1, reasoningTokens: 0, costUsd: 0 },
};
let folder: string;
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), "brainstem-sessions-")), "sessions");
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

test("all sessions are forgotten, what was kept aside and the turn under way included", async () => {
  let goOn = () => {};
  const pause = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const asked: TurnRequest[] = [];
  const settings = defaultSettings().sessions;
  const sessions = createSessions({
    files: createSessionFiles(folder, () => settings),
    settings: () => settings,
    brain: {
      async *run(request) {
        asked.push(request);
        if (JSON.stringify(request.messages).includes("slow")) await pause;
        yield { type: "text", text: "Yes." };
        yield done;
      },
    },
  });
  const say = async (id: string, message: string) => {
    const turn = { id, message, model: "m", systemPrompt: undefined, caller: { kind: "session" as const, name: "t" } };
    let reply = "";
    for await (const event of sessions.run(turn, new AbortController().signal))
      if (event.type === "text") reply += event.text;
    return reply;
  };
  for (const id of ["a", "b"]) await say(id, "secret");
  writeFileSync(path.join(folder, "x.json.broken-1"), "secret");
  writeFileSync(`${folder}.broken-1`, "secret");
  const slow = say("a", "slow secret");
  await expect.poll(() => asked.length).toBe(3);
  expect(await sessions.count()).toBe(2);

  await sessions.forgetAll();
  expect([await sessions.count(), readdirSync(folder), readdirSync(path.dirname(folder))]).toEqual([
    0,
    [],
    ["sessions"],
  ]);
  goOn();
  expect(await slow).toBe("Yes.");
  expect(readdirSync(folder)).toEqual([]);
  await say("a", "new");
  expect(JSON.stringify(asked.at(-1)?.messages)).not.toContain("secret");
  expect(await sessions.count()).toBe(1);
});
