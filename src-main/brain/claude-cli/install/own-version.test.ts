import { expect, it, vi } from "vitest";
import { BrainError } from "../../turn";
import type { CliProcess } from "../process/process";
import { createVouch } from "./own-version";
import type { Examined } from "./readiness";

const found = (version: string): Examined => ({ path: "/bin/claude", version, stamp: "1" });
/** A process that says this of itself; undefined: it ended before. */
const saying = (response: Record<string, unknown> | undefined) =>
  ({ request: async () => response && { subtype: "success", request_id: "r1", response } }) as unknown as CliProcess;
const ask = (replaced: () => Promise<void> = async () => {}) => {
  const looks = { replaced: vi.fn(replaced), tooOld: vi.fn() };
  return { ...looks, vouch: createVouch(looks) };
};
const missing = async () => {
  throw new BrainError("cli_missing", "gone");
};

it("the version that was examined needs no look", async () => {
  const { vouch, replaced } = ask();
  expect(await vouch(saying({ version: "2.1.330" }), found("2.1.330"))).toBeUndefined();
  expect(await vouch(saying(undefined), found("2.1.330"))).toBeUndefined();
  expect(replaced).not.toHaveBeenCalled();
});

it("another that will do is used at once, and looked into once", async () => {
  const { vouch, replaced } = ask(missing);
  for (let process = 0; process < 3; process += 1)
    expect(await vouch(saying({ version: "2.1.340" }), found("2.1.330"))).toBeUndefined();
  expect(replaced).toHaveBeenCalledTimes(1);
  // It was taken for the new one, and is the old one again.
  await vouch(saying({ version: "2.1.330" }), found("2.1.340"));
  await vouch(saying({ version: "2.1.340" }), found("2.1.330"));
  expect(replaced).toHaveBeenCalledTimes(3);
});

it("one that is too old is used by nobody, whatever `--version` says", async () => {
  const { vouch, tooOld } = ask();
  expect(await vouch(saying({ version: "2.1.88" }), found("2.1.330"))).toMatchObject({ kind: "cli_too_old" });
  expect(tooOld).toHaveBeenCalledWith("2.1.88");
  expect(await ask(missing).vouch(saying({ version: "2.1.88" }), found("2.1.330"))).toMatchObject({
    kind: "cli_missing",
  });
});

it.each([[{}], [{ version: 7 }], [{ version: "latest" }]])(
  "one that says %j of itself is taken at the word of `--version`, asked anew",
  async (response) => {
    const { vouch, replaced } = ask();
    expect(await vouch(saying(response), found("2.1.330"))).toBeUndefined();
    expect(replaced).toHaveBeenCalledTimes(1);
    expect(await ask(missing).vouch(saying(response), found("2.1.330"))).toMatchObject({ kind: "cli_missing" });
  },
);
