import { expect } from "@playwright/test";
import { fieldOf, openChat } from "./chat";
import { test } from "./desktop";

test("the field is as high as its text, wherever that grows or is taken away", async ({ desktop }) => {
  const { page } = await openChat(desktop, () => ({ steps: [] }));
  const field = fieldOf(page);
  const height = () => field.evaluate((shown) => shown.clientHeight);
  const hidden = () => field.evaluate((shown) => shown.scrollHeight - shown.clientHeight);
  const one = await height();

  await field.fill("one\ntwo\nthree");
  await field.press("End");
  const three = await height();
  expect(three).toBeGreaterThan(one);
  // Key by key, over the end of the line.
  await field.pressSequentially(" and words that go on".repeat(12));
  const more = await height();
  expect(more).toBeGreaterThan(three);
  expect(await hidden()).toBeLessThanOrEqual(1);

  // Other words, more of them, that need less room.
  await field.fill("i".repeat(300));
  expect(await height()).toBeLessThan(more);
  expect(await hidden()).toBeLessThanOrEqual(1);
  await field.fill("one\ntwo");
  const two = await height();
  expect(two).toBeLessThan(three);
  await field.fill("");
  expect(await height()).toBe(one);
});
