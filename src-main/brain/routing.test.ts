import { describe, expect, it } from "vitest";
import { defaultSettings } from "../../src-shared/settings";
import { createBrain } from "./brain";
import { ask, listen, textOf, user } from "./testing/real-brain";
import { ScriptedDriver } from "./testing/scripted-driver";
import { BrainError } from "./turn";

const voice = {
  name: "voice",
  primary: { backend: "claude-cli", model: "" },
  backup_1: { backend: "local", model: "small" },
  backup_2: null,
};

function setUp() {
  const first = new ScriptedDriver("claude-cli", ["claude-sonnet-4-6"]);
  const second = new ScriptedDriver("local", ["small"]);
  const settings = { ...defaultSettings(), roles: { list: [voice], fallbackSeconds: 1 } };
  const brain = createBrain({ drivers: () => [first, second], settings: () => settings, changed: () => {} });
  const say = async (model: string) => textOf(await listen(brain, ask([user("q")], { model })));
  return { first, second, brain, say };
}
const outage = new BrainError("auth_expired", "The login has expired.");

describe("where a turn goes", () => {
  it("a role answers with its first slot, and with the next while that is out of order", async () => {
    const { first, second, say } = setUp();
    expect(await say("voice")).toBe("claude-cli claude-sonnet-4-6");
    first.script = () => {
      throw outage;
    };
    expect(await say("voice")).toBe("local small");
    // The second turn after an outage does not ask the first backend again.
    expect(await say("voice")).toBe("local small");
    expect([first.asked, second.asked]).toEqual([2, 2]);
  });

  it("a silent first backend costs one slow turn, not an error", async () => {
    const { first, say } = setUp();
    first.script = () => "silent";
    expect(await say("voice")).toBe("local small");
  });

  it("never falls back once a word is out", async () => {
    const { first, second, say } = setUp();
    first.script = () => "breaks";
    await expect(say("voice")).rejects.toMatchObject({ kind: "upstream_failed" });
    expect(second.asked).toBe(0);
  });

  it.each(["voice/primary", "claude-sonnet-4-6", "claude-cli/claude-sonnet-4-6"])(
    "an explicit choice (%s) shows its own error",
    async (model) => {
      const { first, second, say } = setUp();
      first.script = () => {
        throw outage;
      };
      await expect(say(model)).rejects.toBe(outage);
      expect(second.asked).toBe(0);
    },
  );

  it("a backend's model is named with the backend, or alone where no other has it", async () => {
    const { say } = setUp();
    expect(await say("local/large")).toBe("local large");
    expect(await say("small")).toBe("local small");
    await expect(say("unheard-of")).rejects.toMatchObject({ kind: "model_not_found" });
  });

  it("lists every name that can be asked for", async () => {
    const { brain } = setUp();
    expect((await brain.models()).map(({ id }) => id)).toEqual(["claude-sonnet-4-6", "local/small", "voice"]);
  });
});
