import { bounds } from "./bounds.mjs";
import { claudeCli } from "./claude-cli.mjs";
import { endpoint } from "./endpoint.mjs";
import { keys } from "./keys.mjs";
import { page } from "./page.mjs";
import { kept } from "./storage.mjs";

/** The guards that are taken away, in groups. */
export const all = { endpoint, bounds, keys, page, claudeCli, kept };
