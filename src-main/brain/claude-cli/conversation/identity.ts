import { createHash } from "node:crypto";
import type { TurnRequest } from "../../turn";

/** What of a request a process takes on for good at its first turn: requests that differ in it never share one. */
export function identityOf(request: TurnRequest): string {
  const { model, system, tools, json } = request;
  return createHash("sha256").update(JSON.stringify({ model, system, tools, json })).digest("base64");
}
