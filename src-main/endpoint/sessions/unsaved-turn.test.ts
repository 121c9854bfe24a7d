import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readEvents } from "../testing/events";
import { echo } from "../testing/fake-brain";
import { readStream } from "../testing/read-stream";
import { replyOf, SessionServers } from "../testing/session-client";

/** What the disk answers to the next write of a file. */
const disk = vi.hoisted(() => ({ code: "" }));
vi.mock("../../storage/replace-file", async (original) => {
  const real = await original<typeof import("../../storage/replace-file")>();
  return {
    ...real,
    async replaceFile(...given: Parameters<typeof real.replaceFile>) {
      if (disk.code) throw Object.assign(new Error(`${disk.code}: refused`), { code: disk.code });
      return real.replaceFile(...given);
    },
  };
});

let servers: SessionServers;
beforeEach(() => {
  servers = new SessionServers();
});
afterEach(() => {
  disk.code = "";
  return servers.close();
});

test.each([
  ["ENOSPC", 507, "not remembered", "the disk is full. Make room"],
  ["EDQUOT", 507, "not remembered", "the disk is full. Make room"],
  ["EIO", 503, "execution failed", "the disk refused it (EIO)"],
])(
  "a turn that the disk refuses with %s is an error that says what to do, and the session goes on",
  async (...given) => {
    const [code, status, name, words] = given;
    const { say, listen } = await servers.start(echo);
    expect(await replyOf(say("one"))).toBe("<one>");
    disk.code = code;
    const refused = await say("two");
    expect([refused.status, refused.headers.get("x-should-retry")]).toEqual([status, "false"]);
    expect(await refused.json()).toEqual({ error: name, detail: expect.stringContaining(words) });
    const { text, whole } = await readStream(await listen("three"));
    expect([whole, readEvents(text).at(-1)]).toEqual([
      false,
      { event: "error", data: { error: name, detail: expect.stringContaining(words) } },
    ]);
    disk.code = "";
    expect(await replyOf(say("four"))).toBe("<one|<one>|four>");
  },
);
