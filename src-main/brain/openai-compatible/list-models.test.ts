import { describe, expect, it } from "vitest";
import { type Answer, becomesReady, end, says, start, tells, words } from "./testing/start";

describe("models", () => {
  const lists = (...[res, path]: Parameters<Answer>) =>
    path === "/v1/models"
      ? tells(200, { object: "list", data: [{ id: "a" }, { id: "b", name: "Bee" }, {}] })(res, path)
      : says(...words, ...end)(res, path);

  it("are those that the server lists where none were chosen", async () => {
    const { driver } = await start(lists, { models: [] });
    expect(driver.models()).toEqual([{ id: "a" }, { id: "b", displayName: "Bee" }]);
    expect(driver.state()).toEqual({ state: "ready" });
  });

  it("that were chosen need no question to the server", async () => {
    const { driver, server } = await start(lists);
    expect(driver.models()).toEqual([{ id: "small" }]);
    expect(server.requests).toEqual([]);
  });

  it("that cannot be listed are an error with words, asked for again until they can", async () => {
    let up = false;
    const { driver } = await start(
      (res, path) => (up ? lists(res, path) : tells(500, { error: { message: "not yet" } })(res, path)),
      {
        models: [],
      },
    );
    expect(driver.state()).toMatchObject({ state: "error", reason: "lists no models" });
    const ready = becomesReady(driver);
    up = true;
    await ready;
    expect(driver.models().map(({ id }) => id)).toEqual(["a", "b"]);
  });
});
