import type { z } from "zod";
import { badRequest } from "../errors";

/**
 * What a client sent as the schema has it. Throws a 400 that names the first field at fault, e.g. `messages[2].content`;
 * `at` names what is read, where it is not the whole body.
 */
export function parseAs<T>(schema: z.ZodType<T>, body: unknown, at: PropertyKey[] = []): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = [...at, ...(issue?.path ?? [])];
  const param = path.length > 0 ? nameOf(path) : null;
  throw badRequest(`${param ?? "The request"}: ${issue?.message ?? "is not valid"}`, param);
}

/** `["messages", 2, "content"]` as `messages[2].content`. */
export function nameOf(path: PropertyKey[]): string {
  return path.map((key, i) => (typeof key === "number" ? `[${key}]` : `${i ? "." : ""}${String(key)}`)).join("");
}
