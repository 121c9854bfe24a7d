import { z } from "zod";
import type { HttpClient } from "../http/client";
import type { Model } from "../turn";
import { fromAnswer } from "./failures";

/** Milliseconds that a server may take to list its models. */
const within = 5000;

const Entry = z.object({ id: z.string().min(1).max(200), name: z.string().optional().catch(undefined) });
const Listing = z.union([z.object({ data: z.array(z.unknown()) }).transform(({ data }) => data), z.array(z.unknown())]);

/** The models that a server lists. Throws {@link BrainError} for an answer that is none, else what `fetch` throws. */
export async function listModels(http: HttpClient, url: string, headers: Record<string, string>): Promise<Model[]> {
  const tooLong = new AbortController();
  const timer = setTimeout(() => tooLong.abort(), within);
  try {
    const response = await http.fetch(url, { headers, signal: tooLong.signal });
    const body = await response.text();
    if (!response.ok) throw fromAnswer(new URL(url).host, response.status, null, body.slice(0, 10_000));
    const listing = read(body);
    if (!listing) throw fromAnswer(new URL(url).host, 404, null, "what it answers is no list of models");
    return listing.flatMap((entry) => {
      const { data } = Entry.safeParse(entry);
      return data ? [{ id: data.id, ...(data.name ? { displayName: data.name } : {}) }] : [];
    });
  } finally {
    clearTimeout(timer);
  }
}

function read(body: string): unknown[] | undefined {
  try {
    return Listing.parse(JSON.parse(body));
  } catch {
    return undefined;
  }
}
