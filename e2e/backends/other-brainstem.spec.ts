import path from "node:path";
import { expect, test } from "@playwright/test";
import { ask, user } from "../../src-main/brain/testing/real-brain";
import { doneOf, runDriver } from "../../src-main/brain/testing/run-driver";
import { type Serving, startServe } from "../clients/serve";
import { expectConversation, withBackend } from "./conversation";

const root = path.resolve(import.meta.dirname, "../..");
const model = "claude-sonnet-4-6";

let other: Serving;
test.beforeAll(async () => {
  other = await startServe(root, { args: ["--demo"] });
});
test.afterAll(() => other.stop());

test("another Brainstem answers as a backend", async () => {
  await withBackend({ ...other, model }, (driver) => expectConversation(driver, model));
});

test("a turn that is cancelled here ends there", async () => {
  await withBackend({ ...other, model }, async (driver) => {
    const controller = new AbortController();
    const events = await runDriver(driver, ask([user("Tell me much")], { model }), {
      signal: controller.signal,
      heard: ({ type }) => type === "text" && controller.abort(),
    });
    expect(doneOf(events)).toBeUndefined();
    const health = () => fetch(new URL("/health", other.baseUrl)).then((answer) => answer.json());
    await expect.poll(async () => (await health()).busy).toBe(false);
  });
});

test("its refusals keep their meaning", async () => {
  await withBackend({ ...other, model }, async (driver) => {
    const unknown = ask([user("hi")], { model: "unheard-of" });
    await expect(runDriver(driver, unknown)).rejects.toMatchObject({ kind: "model_not_found" });
  });
  const stranger = { ...other, model, key: "wrong" };
  await withBackend(stranger, async (driver) => {
    expect(driver.state()).toMatchObject({ state: "error", reason: "the key was refused" });
    await expect(runDriver(driver, ask([user("hi")], { model }))).rejects.toMatchObject({ kind: "backend_auth" });
  });
});
