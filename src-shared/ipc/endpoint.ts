import { z } from "zod";
import { EndpointTest, KeyKeeping } from "../endpoint";
import { snippetNames } from "../snippets";
import { UsageRow } from "../usage";
import { nothing, route } from "./route";

/** The endpoint for other programs, and what they used. */
export const endpointRoutes = {
  /** Copies in the main process, so the key itself crosses only for `endpoint.revealKey`. */
  "endpoint.copyUrl": route(nothing, nothing),
  "endpoint.copyKey": route(nothing, nothing),
  "endpoint.revealKey": route(nothing, z.string()),
  "endpoint.keyKeeping": route(nothing, KeyKeeping),
  /** Makes a new key; the old one is refused from then on. */
  "endpoint.rotateKey": route(nothing, nothing),
  /** Copies a snippet with the address and the key in place. */
  "endpoint.copySnippet": route(
    z.object({ name: z.enum(snippetNames), model: z.string().regex(/^[\w.:[\]/-]{1,100}$/) }),
    nothing,
  ),
  /** Asks the endpoint over HTTP, as an app would. */
  "endpoint.test": route(nothing, EndpointTest),
  /** Summed up by day, backend, model and client; newest day first. */
  "usage.list": route(nothing, z.array(UsageRow)),
  /** Asks where to save the rows as CSV. */
  "usage.export": route(nothing, z.object({ saved: z.boolean() })),
} as const;
