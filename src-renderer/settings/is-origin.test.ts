import { expect, test } from "vitest";
import { isOrigin } from "./is-origin";

test.each(["https://example.com", "http://localhost:5173", "https://example.com:8443"])("%s is an origin", (text) => {
  expect(isOrigin(text)).toBe(true);
});

test.each(["", "null", "*", "example.com", "https://example.com/", "https://example.com/page", "file:///tmp"])(
  "%j is none",
  (text) => {
    expect(isOrigin(text)).toBe(false);
  },
);
