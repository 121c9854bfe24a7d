import { expect, test } from "vitest";
import { fitting, placeOn } from "./placement";

test("it stands in the middle of its own screen, also of one beside another", () => {
  expect(placeOn({ x: 1920, y: 0, width: 1440, height: 900 })).toEqual({ x: 2320, y: 180, width: 640, height: 72 });
});

test("it grows with its page, but never past the screen", () => {
  const screen = { x: 0, y: 0, width: 500, height: 600 };
  expect(placeOn(screen).width).toBe(500);
  expect(fitting(screen, 300)).toBe(300);
  expect(fitting(screen, 3000)).toBe(450);
  expect(fitting({ ...screen, height: 2000 }, 3000)).toBe(560);
});
