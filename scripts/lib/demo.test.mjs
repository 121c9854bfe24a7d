import { expect, it } from "vitest";
import { serverSentData } from "./demo.mjs";

it("reads an event stream whose pieces end inside a line and inside a character", async () => {
  const bytes = new TextEncoder().encode('data: {"a":"é"}\n\n: comment\n\ndata: [DONE]\n\n');
  async function* pieces() {
    for (const byte of bytes) yield Uint8Array.of(byte);
  }
  const lines = [];
  for await (const line of serverSentData(pieces())) lines.push(line);
  expect(lines).toEqual(['{"a":"é"}', "[DONE]"]);
});
