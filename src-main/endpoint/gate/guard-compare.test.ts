import type { IncomingMessage } from "node:http";
import { beforeEach, expect, test, vi } from "vitest";
import { checkKey } from "./guard";

const compared = vi.hoisted(() => [] as { a: Uint8Array; b: Uint8Array }[]);
vi.mock("node:crypto", async (original) => {
  const real = await original<typeof import("node:crypto")>();
  const timingSafeEqual = (a: Uint8Array, b: Uint8Array) => {
    compared.push({ a, b });
    return real.timingSafeEqual(a, b);
  };
  return { ...real, timingSafeEqual };
});
beforeEach(() => void compared.splice(0));

const key = "bs-the-key-of-this-server";
const asking = (shown: string) => ({ headers: { authorization: `Bearer ${shown}` } }) as IncomingMessage;

test.each(["x", "b", key.slice(0, -1), `${key}x`, key.toUpperCase(), "y".repeat(10_000)])(
  "a wrong key of any length takes the one comparison whose time tells nothing",
  (shown) => {
    expect(() => checkKey(asking(shown), key)).toThrow("not the one of this server");
    expect(compared.map(({ a, b }) => [a.length, b.length])).toEqual([[32, 32]]);
  },
);

test("so does the right one", () => {
  expect(() => checkKey(asking(key), key)).not.toThrow();
  expect(compared).toHaveLength(1);
});
